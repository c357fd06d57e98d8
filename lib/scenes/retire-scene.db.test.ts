import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { changeScene } from "@/lib/scenes/change-scene";
import { getScene } from "@/lib/scenes/get-scene";
import { restoreScene } from "@/lib/scenes/restore-scene";
import { retireScene } from "@/lib/scenes/retire-scene";
import type { RetireSceneInput } from "@/lib/scenes/schema";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const HOUR_MS = 3_600_000;

let runtime: Runtime;
let admin: Context;
let operator: Context;
let marketing: Context;
let sceneId: string;

beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
  operator = await asPerson(runtime, "operator");
  marketing = await asPerson(runtime, "marketing");
});
beforeEach(async () => {
  ({ id: sceneId } = await insertScene(runtime, { payload: { table: 3 } }));
});
afterAll(() => runtime.close());

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const look = () => getScene(operator, { sceneId });
const lastEntry = () => runtime.db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });

function change(at: string | null) {
  return changeScene(operator, {
    sceneId,
    latestVersion: 1,
    page: "pages/table/index",
    payload: { table: 4 },
    at,
    why: "",
  });
}

function retire(changes: Partial<RetireSceneInput> = {}, ctx = operator) {
  return retireScene(ctx, {
    sceneId,
    knownAt: null,
    why: "moved",
    note: "门店迁到三楼",
    fallback: { page: "pages/moved/index", payload: { floor: 3 } },
    at: null,
    ...changes,
  });
}

describe("retiring a scene", () => {
  it("is told in the transaction that retires it as after it", async () => {
    const told = await withTransaction(operator, async (tctx) => {
      await retire({}, tctx);
      return getScene(tctx, { sceneId });
    });
    expect(told).toMatchObject({ state: "retired", nextChangeAt: null });
    expect(told.retirement?.isAhead).toBe(false);
    expect(await look()).toEqual(told);
  });

  it("answers with its fallback from then on, and is taken back with one click", async () => {
    await retire();
    const { retirement, state } = await look();
    expect(state).toBe("retired");
    expect(retirement).toMatchObject({
      isAhead: false,
      why: "moved",
      note: "门店迁到三楼",
      by: operator.actor.name,
      fallback: { page: "pages/moved/index", payload: { floor: 3 } },
    });
    expect(await lastEntry()).toMatchObject({
      action: "scene.retired",
      changes: { retiredWhy: { from: null, to: "moved" } },
    });
    await restoreScene(operator, { sceneId });
    expect(await look()).toMatchObject({ state: "live", retirement: null });
    expect(await lastEntry()).toMatchObject({ action: "scene.restored" });
    await expect(restoreScene(operator, { sceneId })).rejects.toMatchObject({
      reason: "sceneRestored",
    });
  });

  it("planned ahead, changes nothing yet", async () => {
    const at = inHours(3);
    await change(inHours(5));
    await retire({ at, fallback: null });
    expect(await look()).toMatchObject({
      state: "ahead",
      nextChangeAt: new Date(at),
      retirement: { isAhead: true, at: new Date(at), fallback: null },
    });
  });

  it("a second time corrects the first and keeps its moment", async () => {
    await retire();
    const first = (await look()).retirement;
    const knownAt = first?.at.toISOString() ?? null;
    await retire({ knownAt, fallback: null, note: "" });
    expect((await look()).retirement).toMatchObject({ at: first?.at, fallback: null, note: "" });
    const entryCount = await runtime.db.auditEntry.count();
    await retire({ knownAt, fallback: null, note: "" });
    expect(await runtime.db.auditEntry.count()).toBe(entryCount);
  });

  it("of two people at once, only one is heard", async () => {
    const both = await Promise.allSettled([retire({ note: "一" }), retire({ note: "二" }, admin)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(retire()).rejects.toMatchObject({ reason: "sceneRetired" });
    await restoreScene(operator, { sceneId });
    await expect(retire({ knownAt: inHours(0) })).rejects.toMatchObject({
      reason: "sceneRestored",
    });
  });

  it("is refused to a role that may only look, and without a reason we know", async () => {
    await expect(retire({}, marketing)).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreScene(marketing, { sceneId })).rejects.toMatchObject({ code: "forbidden" });
    const unknown = retire({ why: "gone" as RetireSceneInput["why"] });
    await expect(unknown).rejects.toThrow("retiredWhyMissing");
    expect(await look()).toMatchObject({ retirement: null });
  });

  it("lets a change be prepared meanwhile", async () => {
    await retire();
    await change(null);
    expect(await look()).toMatchObject({ state: "retired", inForce: { version: 2 } });
  });
});
