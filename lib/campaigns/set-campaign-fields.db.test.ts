import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { setCampaignFields } from "@/lib/campaigns/set-campaign-fields";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const FIELDS: CampaignField[] = [
  { key: "shop", label: "门店", type: "text", isRequired: true },
  { key: "channel", label: "渠道", type: "choice", isRequired: true, choices: ["海报", "桌贴"] },
];

let runtime: Runtime;
let operator: Context;
let marketing: Context;
let campaignId: string;
beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
  marketing = await asPerson(runtime, "marketing");
});
beforeEach(async () => {
  ({ id: campaignId } = await createCampaign(operator, { name: `春节 ${randomUUID()}` }));
});
afterAll(() => runtime.close());

const find = async () => (await listCampaigns(marketing)).find(({ id }) => id === campaignId);

it("are kept in their order, with the channel, and stand in the log", async () => {
  expect(await find()).toMatchObject({ fields: [], channelField: null });
  await setCampaignFields(operator, { campaignId, fields: FIELDS, channelField: "channel" });
  expect(await find()).toMatchObject({ fields: FIELDS, channelField: "channel" });
  const entry = await runtime.db.auditEntry.findFirstOrThrow({
    where: { action: "campaign.fields_set", targetId: campaignId },
  });
  expect(entry.changes).toMatchObject({ channelField: { from: null, to: "channel" } });
});

it("can be taken away again", async () => {
  await setCampaignFields(operator, { campaignId, fields: FIELDS, channelField: "channel" });
  await setCampaignFields(operator, { campaignId, fields: [], channelField: null });
  expect(await find()).toMatchObject({ fields: [], channelField: null });
});

it("are set by people who may write campaigns, of campaigns that are there", async () => {
  const input = { campaignId, fields: FIELDS, channelField: null };
  await expect(setCampaignFields(marketing, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    setCampaignFields(operator, { ...input, campaignId: randomUUID() }),
  ).rejects.toMatchObject({ code: "not_found" });
  await runtime.db.campaign.update({
    where: { id: campaignId },
    data: { archivedAt: new Date() },
  });
  await expect(setCampaignFields(operator, input)).rejects.toMatchObject({ code: "not_found" });
});
