import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { planned, runner, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { sortSearchIndex } from "@/lib/codes/sort-search-index";
import { changeScene } from "@/lib/scenes/change-scene";
import { getScene } from "@/lib/scenes/get-scene";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

it("a batch begins a scene anew that only refused codes used, without its later versions", async () => {
  const own = await ownMiniProgram(desk);
  const { id } = await insertScene(desk.runtime, {
    miniProgramId: own.id,
    value: "anew-1",
    payload: { table: 3 },
    code: { status: "refused", failureWhy: "api_error", failureMessage: "invalid page" },
  });
  await changeScene(desk.operator, {
    sceneId: id,
    latestVersion: 1,
    page: "pages/table/index",
    payload: { table: 4 },
    at: null,
    why: "",
  });
  await planned(desk.operator, unlimitedBatch(own.id, [["anew-1", "甲"]]));
  expect(await getScene(desk.operator, { sceneId: id })).toMatchObject({
    state: "live",
    latestVersion: 1,
    inForce: { version: 1, page: "pages/index/index", payload: null },
  });
});

it("a batch's codes wait to be sorted into the search index, which its plan asks for", async () => {
  const own = await ownMiniProgram(desk);
  const asked = async () => {
    const { rows } = await desk.runtime.pool.query(
      "SELECT FROM pgboss.job WHERE name = 'codes.sort-search-index'",
    );
    return rows.length;
  };
  const before = await asked();
  const { batchId } = await planned(desk.operator, unlimitedBatch(own.id, [["later-1", "甲"]]));
  const unsorted = () => desk.runtime.db.code.count({ where: { batchId, isUnsorted: true } });
  expect([await unsorted(), (await asked()) - before]).toEqual([1, 1]);
  await sortSearchIndex(runner(desk.runtime));
  expect(await unsorted()).toBe(0);
});

it("a large batch looks its scenes up one by one, however empty the statistics call the desk", async () => {
  const { db } = desk.runtime;
  const readCount = async () => {
    await db.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
    const [index] = await db.$queryRaw<{ count: bigint }[]>`
      SELECT idx_tup_read AS count FROM pg_stat_user_indexes
      WHERE indexrelname = 'scenes_mini_program_id_created_at_id_idx'`;
    return Number(index?.count);
  };
  const own = await ownMiniProgram(desk);
  await db.$executeRaw`VACUUM (ANALYZE) scenes`;
  const before = await readCount();
  await planned(desk.operator, unlimitedBatch(own.id, shops(3_000)));
  // Sessions tell what they read once a second.
  await sleep(1_500);
  expect((await readCount()) - before).toBeLessThan(30_000);
});
