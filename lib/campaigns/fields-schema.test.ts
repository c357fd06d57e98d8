import { describe, expect, it } from "vitest";
import { CampaignFields, payloadProblems, readCell, SetCampaignFieldsInput } from "./fields-schema";
import type { CampaignField } from "./fields-schema";

const FIELDS: CampaignField[] = [
  { key: "shop", label: "门店", type: "text", isRequired: true, maxLength: 5 },
  { key: "table", label: "桌号", type: "number", isRequired: false },
  {
    key: "channel",
    label: "渠道",
    type: "choice",
    isRequired: true,
    choices: ["海报", "桌贴"],
  },
  { key: "vip", label: "会员", type: "yes_no", isRequired: false },
];
const FITTING = { shop: "朝阳店", table: 7, channel: "海报", vip: false };
const reasonsFor = (payload: unknown) =>
  payloadProblems(FIELDS, payload).map(({ key, reason }) => [key, reason]);

describe("a payload held against its campaign's fields", () => {
  it("fits with all of them, and without those that may be missing", () => {
    expect(reasonsFor(FITTING)).toEqual([]);
    expect(reasonsFor({ shop: "店", channel: "桌贴" })).toEqual([]);
  });

  it("names everything that is wrong, each at its field, with what the sentence needs", () => {
    expect(payloadProblems(FIELDS, { table: "7", channel: "短信", vip: 1 })).toEqual([
      { key: "shop", reason: "payloadFieldMissing", values: { field: "门店", max: 5 } },
      { key: "table", reason: "payloadFieldNumber", values: { field: "桌号" } },
      {
        key: "channel",
        reason: "payloadFieldChoice",
        values: { field: "渠道", choices: "海报, 桌贴" },
      },
      { key: "vip", reason: "payloadFieldYesNo", values: { field: "会员" } },
    ]);
    expect(reasonsFor({ ...FITTING, shop: "朝阳门店旗舰" })).toEqual([
      ["shop", "payloadFieldLong"],
    ]);
    expect(reasonsFor({ ...FITTING, shop: " " })).toEqual([["shop", "payloadFieldMissing"]]);
    expect(reasonsFor({ ...FITTING, shop: 7 })).toEqual([["shop", "payloadFieldText"]]);
  });

  it("has no key the campaign does not know", () => {
    expect(payloadProblems(FIELDS, { ...FITTING, shopp: 1 })).toEqual([
      {
        key: "shopp",
        reason: "payloadKeyUnknown",
        values: { field: "shopp", known: "shop, table, channel, vip" },
      },
    ]);
  });

  it("is any object where a campaign has none", () => {
    expect(payloadProblems([], { any: [1, { thing: "冬" }] })).toEqual([]);
    expect(payloadProblems([], [1])).toEqual([{ key: null, reason: "payloadShape", values: {} }]);
    expect(reasonsFor(null)).toEqual([[null, "payloadShape"]]);
  });
});

const faultsOf = (fields: unknown, channelField: string | null = null) => {
  const campaignId = "0197c0de-0000-7000-8000-000000000009";
  const result = SetCampaignFieldsInput.safeParse({ campaignId, fields, channelField });
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => [path.join("."), message]);
};
const text = (key: string) => ({ key, label: "门店", type: "text", isRequired: false });
const choice = (choices: string[]) => [{ ...text("channel"), type: "choice", choices }];

describe("the fields of a campaign", () => {
  it("have names of their own, in any language, that are safe to use as keys", () => {
    expect(faultsOf(FIELDS, "channel")).toEqual([]);
    expect(faultsOf([text("门店"), text("shop_no-2")])).toEqual([]);
    expect(faultsOf([text("shop"), text(" shop ")])).toEqual([["fields.1.key", "fieldKeyTwice"]]);
    expect(faultsOf([text("shop no")])).toEqual([["fields.0.key", "fieldKeyCharacters"]]);
    expect(faultsOf([text("__proto__")])).toEqual([["fields.0.key", "fieldKeyCharacters"]]);
    expect(faultsOf([text("")])).toEqual([["fields.0.key", "fieldKeyMissing"]]);
  });

  it("are at most twenty, and the channel is one of them", () => {
    const many = Array.from({ length: 21 }, (_, index) => text(`f${index}`));
    expect(CampaignFields.safeParse(many.slice(1)).success).toBe(true);
    expect(faultsOf(many)).toEqual([["fields", "fieldsMany"]]);
    expect(faultsOf(FIELDS, "from")).toEqual([["channelField", "channelFieldUnknown"]]);
  });

  it("offer choices that differ", () => {
    expect(faultsOf(choice([]))).toEqual([["fields.0.choices", "choicesMissing"]]);
    expect(faultsOf(choice(["a", " a"]))).toEqual([["fields.0.choices", "choiceTwice"]]);
    expect(faultsOf(choice(["a", " "]))).toEqual([["fields.0.choices", "choiceMissing"]]);
  });
});

const base = { key: "k", label: "K", isRequired: false };

it("a cell of a table is read as its field means it, and left as it is where it cannot be", () => {
  const number = { ...base, type: "number" as const };
  const yesNo = { ...base, type: "yes_no" as const };
  const choice = { ...base, type: "choice" as const, choices: ["a"] };
  const text = { ...base, type: "text" as const };
  expect(["7", " 3.5 ", "-1", "", "七"].map((cell) => readCell(number, cell))).toEqual([
    7,
    3.5,
    -1,
    undefined,
    "七",
  ]);
  expect(["是", "No", "TRUE", "0", "maybe", " "].map((cell) => readCell(yesNo, cell))).toEqual([
    true,
    false,
    true,
    false,
    "maybe",
    undefined,
  ]);
  expect(readCell(choice, " a ")).toBe("a");
  expect(readCell(text, " 007 ")).toBe(" 007 ");
});
