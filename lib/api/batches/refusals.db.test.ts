import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchForm, rowsOf } from "@/lib/api/batches/testing/batch-form";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { asPerson } from "@/lib/testing/test-runtime";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const form = (changes: object) => batchForm(desk, changes);

async function refused(call: string, options: Parameters<ApiDesk["ask"]>[1] = {}) {
  const response = await desk.ask(call, options);
  const { code, reason } = (await response.json()) as Problem;
  return [response.status, code, reason];
}

async function pointers(body: object) {
  const response = await desk.ask("POST /batches", { body });
  const { errors = [], reason } = (await response.json()) as Problem;
  return [response.status, reason, errors.map(({ pointer }) => pointer)];
}

describe("calls about batches", () => {
  it("are for keys with the scope, and drafts for their makers", async () => {
    const made = await desk.ask("POST /batches", { body: form({ rows: rowsOf(1) }) });
    const { id } = (await made.json()) as { id: string };
    const reader = await desk.keyOf(desk.operator, ["codes:read"]);
    const minter = await desk.keyOf(desk.operator, ["codes:mint"]);
    const marketing = await desk.keyOf(desk.marketing, ["codes:read"]);
    const body = form({ rows: rowsOf(1) });
    for (const key of [reader, minter, marketing]) {
      expect((await desk.ask("POST /batches", { key, body })).status).toBe(403);
    }
    const start = await refused(`POST /batches/${id}/start`, { key: reader, body: {} });
    expect(start).toEqual([403, "forbidden", "scopeMissing"]);
    const other = await desk.keyOf(await asPerson(desk.runtime, "operator"));
    const calls = [`GET /batches/${id}`, `POST /batches/${id}/preflight`];
    for (const call of [...calls, `GET /batches/${id}/rows`, `POST /batches/${id}/pause`]) {
      expect((await desk.ask(call, { key: other })).status, call).toBe(404);
    }
    const foreign = await desk.ask(`POST /batches/${id}/start`, { key: other, body: {} });
    expect(foreign.status).toBe(404);
    expect((await desk.ask(`GET /batches/${id}`, { key: reader })).status).toBe(404);
  });

  it("take 10,000 rows as JSON, 8 MB, and nothing but JSON and forms", async () => {
    const [row] = rowsOf(1);
    const many = form({ rows: Array.from({ length: 10_001 }, () => row) });
    expect(await refused("POST /batches", { body: many })).toEqual([
      422,
      "invalid_input",
      "rowsMany",
    ]);
    const large = form({ rows: [{ 店号: "x".repeat(9 * 1024 * 1024) }] });
    expect(await refused("POST /batches", { body: large })).toEqual([
      413,
      "too_large",
      "requestLarge",
    ]);
    const headers = { "Content-Type": "text/csv" };
    expect(await refused("POST /batches", { body: "a,b", headers })).toEqual([
      415,
      "unsupported_media_type",
      "mediaTypeUnknown",
    ]);
  });

  it("say which setting is wrong", async () => {
    const rows = rowsOf(1);
    expect(await pointers(form({ rows, labelTemplate: "{城市}" }))).toEqual([
      422,
      "columnUnknown",
      ["/labelTemplate"],
    ]);
    expect(await pointers(form({ rows: [] }))).toEqual([422, "rowsMissing", ["/rows"]]);
    expect(await pointers(form({ rows: [{ " ": 1 }] }))).toEqual([
      422,
      "columnUnnamed",
      ["/rows/0"],
    ]);
    expect(await pointers(form({ rows, colour: "red" }))).toEqual([
      422,
      "fieldUnknown",
      ["/colour"],
    ]);
  });
});
