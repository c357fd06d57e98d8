import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { changeScene } from "@/lib/scenes/change-scene";
import { claimScene } from "@/lib/scenes/claim-scene";
import { getScene } from "@/lib/scenes/get-scene";
import { retireScene } from "@/lib/scenes/retire-scene";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let operator: Context;
let scene: Awaited<ReturnType<typeof insertScene>>;

beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
});
beforeEach(async () => {
  scene = await insertScene(runtime, { payload: { table: 3 } });
  const { id: sceneId } = scene;
  await changeScene(operator, {
    sceneId,
    latestVersion: 1,
    page: "pages/table/index",
    payload: { table: 4 },
    at: null,
    why: "",
  });
  await retireScene(operator, {
    sceneId,
    knownAt: null,
    why: "misprint",
    note: "印错",
    fallback: { page: "pages/index/index", payload: { from: "old" } },
    at: null,
  });
});
afterAll(() => runtime.close());

const claim = (page: string) =>
  withTransaction(operator, (tctx) =>
    claimScene(tctx, {
      miniProgramId: scene.miniProgramId,
      value: scene.value,
      page,
      payload: null,
    }),
  );
const refuseItsCode = () =>
  runtime.db.code.updateMany({
    where: { scene: scene.value },
    data: { status: "refused", failureWhy: "api_error", failureMessage: "invalid page" },
  });

it("a scene nothing was printed of begins anew when it comes to mean something else", async () => {
  await refuseItsCode();
  await claim("pages/new/index");
  expect(await getScene(operator, { sceneId: scene.id })).toMatchObject({
    state: "live",
    retirement: null,
    latestVersion: 1,
    inForce: { version: 1, page: "pages/new/index", payload: null },
  });
});

it("another look of the same meaning changes nothing of it", async () => {
  await refuseItsCode();
  await claim("pages/table/index");
  const before = await getScene(operator, { sceneId: scene.id });
  expect(before).toMatchObject({ state: "retired", latestVersion: 2 });
});

it("a scene in use keeps all of it and stands for no second page", async () => {
  await expect(claim("pages/new/index")).rejects.toMatchObject({ reason: "sceneTaken" });
  expect(await getScene(operator, { sceneId: scene.id })).toMatchObject({
    state: "retired",
    latestVersion: 2,
  });
});
