import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/api/document";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { pointerStep } from "@/lib/api/pointer-step";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { sendExample } from "@/lib/api/testing/send-example";

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
  const contract = openApiDocument(desk.runtime.env.publicUrl);
  ajv.addSchema({ $id: "contract", ...(shut(contract) as object) });
});
afterAll(() => desk.close());

const part = (...path: string[]) => path.map(pointerStep).join("/");

/** Everything `value` breaks of the schema at a place of the document; empty: nothing. */
function faults(place: string, value: unknown): unknown[] {
  const check = ajv.compile({ $ref: `contract#/${encodeURI(place)}` });
  return check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The same schemas with no room for fields nobody described: answers are to have none yet. */
function shut(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shut);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, one]) => [name, shut(one)]));
  const isClosed = "properties" in schema && !("additionalProperties" in schema);
  return isClosed ? { ...inner, additionalProperties: false } : inner;
}

describe("the contract", () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.operationId, endpoint] as const))(
    "%s answers its example as the document says",
    async (_, endpoint) => {
      const { method, path, status = 200, answer } = endpoint;
      const response = await sendExample(desk, endpoint);
      const text = answer ? await response.clone().text() : "";
      const wanted = [status, ...Object.keys(endpoint.otherAnswers ?? {}).map(Number)];
      expect(
        wanted.filter((code) => code < 300),
        text,
      ).toContain(response.status);
      if (!answer) return;
      const place = part("paths", path, method, "responses", String(response.status), "content");
      const schema = `${place}/${part("application/json", "schema")}`;
      expect(faults(schema, await response.json())).toEqual([]);
    },
  );

  it("has problems as it says they are", async () => {
    const response = await desk.ask("GET /campaigns", { key: "" });
    expect(faults("components/schemas/Problem", await response.json())).toEqual([]);
  });

  it("names every call once and differently", () => {
    const ids = ENDPOINTS.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const addresses = ENDPOINTS.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("says of every POST how it is done once only", () => {
    const undecided = ENDPOINTS.filter(({ method, once }) => (method === "post") !== !!once);
    expect(undecided.map(({ operationId }) => operationId)).toEqual([]);
  });
});
