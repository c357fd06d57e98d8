import { afterAll, beforeAll, expect, it } from "vitest";
import { countCodes } from "@/lib/codes/count-codes";
import { listCodes } from "@/lib/codes/list-codes";
import { sortSearchIndex } from "@/lib/codes/sort-search-index";
import { insertCodes } from "@/lib/codes/testing/insert-codes";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

/** More than the list is walked for before the index is asked. */
const NEWER = 3_100;
const PLANNED = 1_500;

let runtime: Runtime;
let marketing: Context;
let job: Context;
let planned: string[];

beforeAll(async () => {
  runtime = await openTestRuntime();
  marketing = await asPerson(runtime, "marketing");
  job = contextFor(runtime, { kind: "job", id: null, name: "codes.sort-search-index" });
  const ids = await insertCodes(runtime, PLANNED + NEWER, (index) =>
    index < PLANNED ? { label: `茶馆${index}号` } : {},
  );
  planned = ids.slice(0, PLANNED);
  await runtime.db.code.updateMany({
    where: { id: { in: planned } },
    data: { isUnsorted: true },
  });
});
afterAll(() => runtime.close());

async function found(search: string): Promise<{ ids: string[]; count: number }> {
  const { rows } = await listCodes(marketing, { search });
  const { count } = await countCodes(marketing, { search });
  return { ids: rows.map(({ id }) => id), count };
}

it("a planned code is found by its text before and after it is sorted in", async () => {
  const wanted = { ids: planned.slice(-48).toReversed(), count: PLANNED };
  const one = { ids: planned.slice(77, 78), count: 1 };
  expect(await found("茶馆")).toEqual(wanted);
  expect(await found("茶馆77号")).toEqual(one);
  await sortSearchIndex(job);
  expect(await runtime.db.code.count({ where: { isUnsorted: true } })).toBe(0);
  expect(await found("茶馆")).toEqual(wanted);
  expect(await found("茶馆77号")).toEqual(one);
});

it("a code that somebody holds stays for the next time, and nobody waits for it", async () => {
  await runtime.db.code.updateMany({
    where: { id: { in: planned.slice(0, 2) } },
    data: { isUnsorted: true },
  });
  const client = await runtime.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT FROM codes WHERE id = $1 FOR UPDATE", [planned[0]]);
    await sortSearchIndex(job);
    await client.query("ROLLBACK");
  } finally {
    client.release();
  }
  const left = await runtime.db.code.findMany({ where: { isUnsorted: true } });
  expect(left.map(({ id }) => id)).toEqual(planned.slice(0, 1));
  await sortSearchIndex(job);
  expect(await runtime.db.code.count({ where: { isUnsorted: true } })).toBe(0);
});

it("nobody but the worker sorts", async () => {
  await expect(sortSearchIndex(marketing)).rejects.toMatchObject({ code: "forbidden" });
});
