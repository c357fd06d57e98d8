import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Runtime } from "@/lib/runtime";
import { openTestRuntime } from "@/lib/testing/test-runtime";
import { createMemoryPauseStore } from "@/lib/wechat/memory-pause-store";
import type { Pause, PauseStore } from "@/lib/wechat/pause-store";
import { createPostgresPauseStore } from "@/lib/wechat-state/postgres-pause-store";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

const minute = (end: string): Pause => ({
  scope: "all",
  reason: "next_minute",
  until: new Date(end),
  errcode: 45009,
});
const EARLY = minute("2026-11-21T08:01:00.000Z");
const LATE = minute("2026-11-21T08:02:00.000Z");
const FOR_EVER: Pause = { scope: "limited", reason: "stop_forever", until: null, errcode: 45029 };

/** The in-memory store of lib/wechat says what a store has to do; this one must do the same. */
const STORES: [string, () => PauseStore][] = [
  ["in memory", createMemoryPauseStore],
  ["in the database", () => createPostgresPauseStore(runtime.db)],
];

describe.each(STORES)("a pause store %s", (_name, open) => {
  it("keeps, of two pauses of a kind, the one that ends later, whichever came first", async () => {
    const store = open();
    for (const pauses of [
      [EARLY, LATE],
      [LATE, EARLY],
    ]) {
      const key = randomUUID();
      for (const pause of [...pauses, FOR_EVER]) await store.pause(key, pause);
      const state = await store.read(key);
      expect(state.refusedTokens).toBe(0);
      expect(state.pauses).toHaveLength(2);
      expect(state.pauses).toEqual(expect.arrayContaining([LATE, FOR_EVER]));
    }
  });

  it("lets an endless pause end for no later one", async () => {
    const store = open();
    const key = randomUUID();
    await store.pause(key, { ...LATE, until: null });
    await store.pause(key, LATE);
    expect((await store.read(key)).pauses).toEqual([{ ...LATE, until: null }]);
  });

  it("counts every refused token once, however many processes count at a time", async () => {
    const store = open();
    const key = randomUUID();
    const counts = await Promise.all(
      Array.from({ length: 12 }, () => store.countRefusedToken(key)),
    );
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    await store.forgetRefusedTokens(key);
    expect((await store.read(key)).refusedTokens).toBe(0);
  });

  it("lifts everything of one mini program and nothing of another", async () => {
    const store = open();
    const [mine, other] = [randomUUID(), randomUUID()];
    for (const key of [mine, other]) {
      await store.pause(key, EARLY);
      await store.countRefusedToken(key);
    }
    await store.lift(mine);
    expect(await store.read(mine)).toEqual({ pauses: [], refusedTokens: 0 });
    expect(await store.read(other)).toEqual({ pauses: [EARLY], refusedTokens: 1 });
  });
});
