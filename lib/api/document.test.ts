import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/api/document";
import { WEBHOOK_EVENT_TYPES, WEBHOOK_EVENTS } from "@/lib/webhooks/events-schema";

const contract = openApiDocument("https://desk.mintdesk.test");

it("is a document a public linter finds nothing wrong with", async () => {
  const source = JSON.stringify(contract);
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source, config });
  expect(
    problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([]);
});

it("lets answers get more fields one day, and refuses fields nobody knows in what is sent", () => {
  const { schemas } = contract.components ?? {};
  expect(schemas?.Campaign).not.toHaveProperty("additionalProperties");
  const body = contract.paths?.["/campaigns"]?.post?.requestBody;
  expect(body).toHaveProperty("content.application/json.schema.additionalProperties", false);
});

describe("a message of a webhook", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "contract", ...contract });

  it.each(WEBHOOK_EVENT_TYPES)("%s is as its example", (type) => {
    const place = `webhooks/${type}/post/requestBody/content/application~1json`;
    const check = ajv.compile({ $ref: `contract#/${place}/schema` });
    const message = { type, timestamp: "2026-11-22T02:05:00.000Z" };
    expect(check({ ...message, data: WEBHOOK_EVENTS[type].example })).toBe(true);
    expect(check({ ...message, data: {} })).toBe(false);
    expect(check({ ...message, type: "other", data: WEBHOOK_EVENTS[type].example })).toBe(false);
  });
});
