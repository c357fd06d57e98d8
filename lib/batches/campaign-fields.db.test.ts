import { afterAll, beforeAll, expect, it } from "vitest";
import { listDraftRows } from "@/lib/batches/list-draft-rows";
import { mendCell } from "@/lib/batches/mend-cell";
import { checked, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { setCampaignFields } from "@/lib/campaigns/set-campaign-fields";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
let campaignId: string;

beforeAll(async () => {
  desk = await openSandboxDesk();
  ({ id: campaignId } = await createCampaign(desk.operator, { name: "三月桌贴" }));
  await setCampaignFields(desk.operator, {
    campaignId,
    fields: [
      { key: "shop", label: "门店", type: "text", isRequired: true, maxLength: 4 },
      { key: "table", label: "桌号", type: "number", isRequired: true },
      { key: "vip", label: "包间", type: "yes_no", isRequired: false },
    ],
    channelField: null,
  });
});
afterAll(() => desk.close());

async function checkRows(rows: string[][]) {
  const own = await ownMiniProgram(desk);
  const input = unlimitedBatch(own.id, rows, {
    columns: ["店", "桌", "包间"],
    labelTemplate: "{店} {桌}",
    campaignId,
    carries: {
      as: "payload",
      fields: [
        { name: "shop", column: "店" },
        { name: "table", column: "桌" },
        { name: "vip", column: "包间" },
      ],
      fixed: {},
    },
  });
  return checked(desk.operator, input);
}

it("rows of a campaign with fields become what the fields mean", async () => {
  const check = await checkRows([
    ["朝阳店", "7", "是"],
    ["海淀店", " 8 ", ""],
  ]);
  expect(check).toMatchObject({ newCount: 2, badCount: 0 });
  expect(check.samples.map(({ payload }) => payload)).toEqual([
    { shop: "朝阳店", table: 7, vip: true },
    { shop: "海淀店", table: 8 },
  ]);
});

it("rows that do not fit are bad, with the reason at the cell, and fit once it is mended", async () => {
  const check = await checkRows([
    ["朝阳门店旗舰", "七", "也许"],
    ["", "1", ""],
  ]);
  expect(check).toMatchObject({ newCount: 0, badCount: 2 });
  const { draftId } = check;
  const { rows } = await listDraftRows(desk.operator, { draftId, show: "bad" });
  expect(rows.map(({ problems }) => problems)).toEqual([
    [
      {
        field: "payload",
        key: "shop",
        reason: "payloadFieldLong",
        values: { field: "门店", max: 4 },
      },
      { field: "payload", key: "table", reason: "payloadFieldNumber", values: { field: "桌号" } },
      { field: "payload", key: "vip", reason: "payloadFieldYesNo", values: { field: "包间" } },
    ],
    [
      {
        field: "payload",
        key: "shop",
        reason: "payloadFieldMissing",
        values: { field: "门店", max: 4 },
      },
    ],
  ]);
  const mended = await mendCell(desk.operator, { draftId, row: 2, column: 0, text: "朝阳店" });
  expect(mended).toMatchObject({ newCount: 1, badCount: 1 });
});
