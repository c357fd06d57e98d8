import { afterAll, beforeAll, expect, test } from "vitest";
import { repointScenes } from "@/lib/codes/repoint-scenes";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { insertMiniProgram, insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let operator: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
});
afterAll(() => runtime.close());

test("re-pointing what one campaign has is logged as the campaign's, from no one page when they were several", async () => {
  const miniProgramId = await insertMiniProgram(runtime);
  const campaign = await runtime.db.campaign.create({ data: { name: "春节" } });
  const code = { campaignId: campaign.id };
  await insertScene(runtime, { miniProgramId, code });
  await insertScene(runtime, { miniProgramId, code, page: "pages/old/index" });
  await repointScenes(operator, {
    filter: { miniProgramId, campaignId: campaign.id },
    change: { page: "pages/new/index", payload: { as: "keep" }, at: null, why: "the page moved" },
    expectedCount: 2,
  });
  expect(
    await runtime.db.auditEntry.findFirstOrThrow({ where: { targetId: campaign.id } }),
  ).toMatchObject({
    action: "scenes.repointed",
    targetKind: "campaign",
    targetLabel: "春节",
    miniProgramId,
    campaignId: campaign.id,
    changes: { page: { from: null, to: "pages/new/index" } },
  });
});
