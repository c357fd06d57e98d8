import { randomUUID } from "node:crypto";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { pauseBatch } from "@/lib/batches/pause-batch";
import { checked, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { insertBatch } from "@/lib/batches/testing/insert-batch";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { mintCode } from "@/lib/codes/mint-code";
import { orderPack } from "@/lib/packs/order-pack";
import { getSceneByValue } from "@/lib/scenes/get-scene-by-value";
import { retireScene } from "@/lib/scenes/retire-scene";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { asJustOrdered, mint, orderOf } from "@/lib/testing/pack-desk";
import { unlimitedInput } from "@/lib/testing/sandbox-desk";

/**
 * What stands behind the names in the examples of endpoints, such as `campaign`: made anew for every call, so that one
 * example never spoils another's.
 */
export const EXAMPLE_VALUES: Record<string, (desk: ApiDesk) => Promise<string> | string> = {
  campaign: async ({ operator }) => (await createCampaign(operator, { name: randomUUID() })).id,
  miniProgram: ({ miniProgramId }) => miniProgramId,
  // In a body, where the reference shows an id that looks like one.
  "0197c0de-0000-7000-8000-000000000001": ({ miniProgramId }) => miniProgramId,
  code: (desk) => mint(desk),
  refusedCode: newRefusedCode,
  scene: newScene,
  async retiredScene(desk) {
    const { miniProgramId, operator } = desk;
    const value = await newScene(desk);
    const { id: sceneId } = await getSceneByValue(operator, { miniProgramId, value });
    const retirement = { why: "lost", note: "", fallback: null, at: null, knownAt: null } as const;
    await retireScene(operator, { sceneId, ...retirement });
    return value;
  },
  async "Table 12"(desk) {
    const label = "Table 12";
    await mint(desk, { label });
    return label;
  },
  draft: async ({ operator, miniProgramId }) =>
    (await checked(operator, unlimitedBatch(miniProgramId, shops(2)))).draftId,
  batch: newBatch,
  runningBatch: newBatch,
  async pausedBatch(desk) {
    const batchId = await newBatch(desk);
    await pauseBatch(desk.operator, { batchId });
    return batchId;
  },
  pack: newPack,
  async preparingPack(desk) {
    const packId = await newPack(desk);
    await asJustOrdered(desk.runtime, packId);
    return packId;
  },
};

async function newBatch({ operator, miniProgramId }: ApiDesk): Promise<string> {
  return insertBatch(operator, miniProgramId, 2);
}

async function newScene({ runtime, miniProgramId }: ApiDesk): Promise<string> {
  return (await insertScene(runtime, { miniProgramId })).value;
}

async function newPack(desk: ApiDesk): Promise<string> {
  return (await orderPack(desk.operator, orderOf([await mint(desk)]))).packId;
}

/** Its page is published by the time it is asked for again. */
async function newRefusedCode(desk: ApiDesk): Promise<string> {
  const page = `pages/${randomUUID().slice(0, 8)}/index`;
  const { code } = await mintCode(desk.operator, unlimitedInput(desk, { page }));
  const { state } = desk.sandbox;
  const { wechatAppId } = code.miniProgram;
  const published = state.findAccount(wechatAppId)?.publishedPages ?? [];
  state.updateAccount(wechatAppId, { publishedPages: [...published, page] });
  return code.id;
}
