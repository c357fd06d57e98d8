import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { openApiDocument } from "@/lib/api/document";

it("is a document a public linter finds nothing wrong with", async () => {
  const source = JSON.stringify(openApiDocument("https://desk.mintdesk.test"));
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source, config });
  expect(
    problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([]);
});
