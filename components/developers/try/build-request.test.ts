import { describe, expect, it } from "vitest";
import { curlOf } from "@/components/developers/reference/curl-of";
import type { Operation } from "@/components/developers/reference/reference";
import { addressOf, buildRequest } from "@/components/developers/try/build-request";
import { draftOf } from "@/components/developers/try/draft";

const parameter = (name: string, place: "path" | "query" | "header", example = "") => ({
  name,
  place,
  example,
  isRequired: place === "path",
  about: "",
  schema: { type: "string" },
});

const operation: Operation = {
  id: "putScene",
  method: "post",
  path: "/mini-programs/{id}/scenes/{scene}",
  tag: "Scenes",
  summary: "Put",
  about: "",
  scopes: ["scenes:write"],
  parameters: [
    parameter("id", "path"),
    parameter("scene", "path", "a=1&b/2"),
    parameter("dry", "query", "yes no"),
    parameter("cursor", "query"),
    parameter("If-Match", "header", '"3"'),
    parameter("Idempotency-Key", "header"),
  ],
  bodies: [{ mediaType: "application/json", schema: {}, example: { label: "Wei's" } }],
  answers: [{ status: "200", about: "", mediaTypes: ["application/json"], headers: [] }],
};

const sender = { apiKey: "mk_1", idempotencyKey: "once", locale: "en" };

describe("a tried call", () => {
  it("puts what is written where it belongs, and leaves out what is not", () => {
    expect(addressOf(operation, draftOf(operation).values)).toBe(
      "/mini-programs/ID/scenes/a%3D1%26b%2F2?dry=yes+no",
    );
  });

  it("says who asks by the key alone, and never by the session", () => {
    const request = buildRequest(operation, draftOf(operation), sender);
    expect(request).toMatchObject({
      method: "POST",
      credentials: "omit",
      headers: {
        Authorization: "Bearer mk_1",
        "Accept-Language": "en",
        "If-Match": '"3"',
        "Idempotency-Key": "once",
        "Content-Type": "application/json",
      },
    });
    expect(JSON.parse(String(request.body))).toEqual({ label: "Wei's" });
  });

  it("sends a form as a form, without what was left empty", () => {
    const file = new File(["a,b"], "rows.csv");
    const draft = {
      ...draftOf(operation),
      mediaType: "multipart/form-data",
      parts: { file, name: "", mapping: "{}" },
    };
    const { body, headers } = buildRequest(operation, draft, sender);
    expect(body).toBeInstanceOf(FormData);
    expect([...(body as FormData).keys()]).toEqual(["file", "mapping"]);
    expect(headers).not.toHaveProperty("Content-Type");
  });
});

describe("curl of a call", () => {
  it("can be pasted into a shell as it is", () => {
    expect(curlOf(operation, "https://desk.example.com/api/v1").split(" \\\n  ")).toEqual([
      "curl -X POST 'https://desk.example.com/api/v1/mini-programs/ID/scenes/a%3D1%26b%2F2?dry=yes+no'",
      '-H "Authorization: Bearer $MINTDESK_API_KEY"',
      `-H 'If-Match: "3"'`,
      '-H "Idempotency-Key: $(uuidgen)"',
      "-H 'Content-Type: application/json'",
      String.raw`-d '{"label":"Wei'\''s"}'`,
    ]);
  });
});
