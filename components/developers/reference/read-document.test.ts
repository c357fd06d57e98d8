import { describe, expect, it } from "vitest";
import { readDocument } from "@/components/developers/reference/read-document";
import type { ApiDocument } from "@/components/developers/reference/read-document";
import { spends } from "@/components/developers/try/spends";
import { openApiDocument } from "@/lib/api/document";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { PROBLEM_CODES } from "@/lib/api/problem";
import { loadMessages } from "@/lib/i18n/load-messages";
import { LOCALES } from "@/lib/i18n/locales";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";

const ORIGIN = "https://desk.example.com";
const document = openApiDocument(ORIGIN) as ApiDocument;
const reference = readDocument(document);
const operations = reference.tags.flatMap((tag) => tag.operations);
const named = (id: string) => operations.find((operation) => operation.id === id);

describe("the reference", () => {
  it("has every call of the contract once, under its own part", () => {
    const ids = operations.map(({ id }) => id).toSorted();
    expect(ids).toEqual(ENDPOINTS.map(({ operationId }) => operationId).toSorted());
    for (const { name, operations } of reference.tags) {
      expect(new Set(operations.map(({ tag }) => tag))).toEqual(new Set([name]));
    }
    expect(reference.baseUrl).toBe(`${ORIGIN}/api/v1`);
  });

  it("says of each what it takes, which scopes it wants and what it answers", () => {
    const create = named("createCampaign");
    expect(create).toMatchObject({
      method: "post",
      path: "/campaigns",
      scopes: ["campaigns:write"],
      bodies: [{ mediaType: "application/json", example: { name: "Summer 2027" } }],
    });
    expect(create?.answers.map(({ status }) => status)).toEqual(
      expect.arrayContaining(["201", "401", "409", "422"]),
    );
    expect(named("getCampaign")?.parameters[0]).toMatchObject({ name: "id", isRequired: true });
    expect(named("listCampaigns")?.scopes).toContain("codes:read");
  });

  it("fills examples in with the ids it is given, and leaves other words alone", () => {
    const known = { "Summer 2027": "Winter" };
    const parameters = { getCampaign: { id: "7" } };
    const filled = readDocument(document, { known, parameters });
    const calls = filled.tags.flatMap((tag) => tag.operations);
    const create = calls.find(({ id }) => id === "createCampaign");
    expect(create?.bodies[0]?.example).toEqual({ name: "Winter" });
    expect(calls.find(({ id }) => id === "getCampaign")?.parameters[0]?.example).toBe("7");
  });

  it("has every message webhooks are sent, with its fields and an example of it", () => {
    expect(reference.messages.map(({ type }) => type)).toEqual(WEBHOOK_EVENT_TYPES);
    expect(reference.messages[0]).toMatchObject({
      id: "onCodeMinted",
      schema: { properties: { type: { const: "code.minted" } } },
      example: { type: "code.minted", data: { label: "朝阳门店 3 号桌" } },
    });
  });

  it.each(LOCALES)("explains every code a problem may have (%s)", async (locale) => {
    const { developers } = await loadMessages(locale);
    const { of } = (developers as { problems: { of: Record<string, string> } }).problems;
    expect(PROBLEM_CODES.filter((code) => !of[code])).toEqual([]);
  });

  it("knows the parts of an upload", () => {
    const upload = named("createBatch")?.bodies.find(({ mediaType }) =>
      /form-data/.test(mediaType),
    );
    expect(upload?.schema.properties?.file).toMatchObject({ format: "binary" });
  });

  it("asks before whatever may use the 100,000, and before nothing else", () => {
    const asked = operations.filter(spends).map(({ id }) => id);
    expect(asked.toSorted()).toEqual([
      "mintCode",
      "resumeBatch",
      "retryBatch",
      "retryCode",
      "startBatch",
    ]);
  });
});
