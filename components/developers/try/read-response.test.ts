import { describe, expect, it } from "vitest";
import { readResponse } from "@/components/developers/try/read-response";
import { attachment } from "@/lib/core/content-disposition";

const problem = {
  code: "invalid_input",
  detail: "Give it a name.",
  errors: [{ pointer: "/name", reason: "nameMissing", detail: "Give it a name." }],
};

describe("an answer", () => {
  it("that is a problem is told in its words, fault by fault", async () => {
    const headers = { "Content-Type": "application/problem+json", "X-Request-Id": "r1" };
    const response = new Response(JSON.stringify(problem), { status: 422, headers });
    const answer = await readResponse(response, 12);
    expect(answer).toMatchObject({ status: 422, ms: 12, problem: { code: "invalid_input" } });
    expect(answer.problem?.errors).toEqual(problem.errors);
    expect(answer.headers).toContainEqual({ name: "x-request-id", value: "r1" });
  });

  it("that is no problem has none, though it has a code", async () => {
    const answer = await readResponse(Response.json({ code: "x" }), 1);
    expect(answer).toMatchObject({ problem: null, body: { kind: "json", value: { code: "x" } } });
  });

  it("that is a picture or a file lies behind an address, under the name it was given", async () => {
    const picture = new Response("png", { headers: { "Content-Type": "image/png" } });
    const { body } = await readResponse(picture, 1);
    expect(body).toMatchObject({ kind: "picture", bytes: 3, name: "answer.png" });
    const headers = {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="codes.zip"',
    };
    const zip = await readResponse(new Response("zip!", { headers }), 1);
    expect(zip.body).toMatchObject({ kind: "file", bytes: 4, name: "codes.zip" });
    headers["Content-Disposition"] = attachment("春茶 50%.zip");
    const chinese = await readResponse(new Response("zip!", { headers }), 1);
    expect(chinese.body).toMatchObject({ name: "春茶 50%.zip" });
  });

  it("of nothing is nothing", async () => {
    const answer = await readResponse(new Response(null, { status: 204 }), 1);
    expect(answer.body).toEqual({ kind: "nothing" });
  });
});
