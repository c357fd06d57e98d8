import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { editCodes } from "@/lib/codes/edit-codes";
import type { EditCodesInput } from "@/lib/codes/schema";
import { insertCodes } from "@/lib/codes/testing/insert-codes";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let operator: Context;
let admin: Context;
let marketing: Context;
let campaignId: string;
let codeIds: string[];

beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
  operator = await asPerson(runtime, "operator");
  marketing = await asPerson(runtime, "marketing");
  ({ id: campaignId } = await createCampaign(operator, { name: "春节门店海报" }));
});
beforeEach(async () => {
  codeIds = await insertCodes(runtime, 3, () => ({ tags: ["门店"] }));
});
afterAll(() => runtime.close());

const stored = () =>
  runtime.db.code.findMany({
    where: { id: { in: codeIds } },
    select: { campaignId: true, tags: true },
    orderBy: { id: "asc" },
  });
const entryCount = () => runtime.db.auditEntry.count();
const lastEntry = () => runtime.db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });

const tag = (ids: string[], added: string) =>
  editCodes(operator, { codeIds: ids, addTags: [added] });

async function expectNothingChanged(
  ctx: Context,
  input: EditCodesInput,
  failure: object,
): Promise<void> {
  const [count, codes] = [await entryCount(), await stored()];
  await expect(editCodes(ctx, input)).rejects.toMatchObject(failure);
  expect(await entryCount()).toBe(count);
  expect(await stored()).toEqual(codes);
}

describe("editing many codes", () => {
  it("files them all with one entry in an unbroken log", async () => {
    const before = await entryCount();
    const act = { codeIds, campaignId, addTags: ["华东"], removeTags: ["门店"] };
    expect(await editCodes(operator, act)).toEqual({ changedCount: 3 });
    expect(await stored()).toEqual(codeIds.map(() => ({ campaignId, tags: ["华东"] })));
    expect(await entryCount()).toBe(before + 1);
    expect(await lastEntry()).toMatchObject({
      action: "codes.edited",
      targetLabel: "海报 0 +2",
      changes: {
        campaign: { from: [], to: "春节门店海报" },
        addedTags: { from: null, to: ["华东"] },
        removedTags: { from: ["门店"], to: null },
      },
      details: { codeCount: 3, codeIds },
    });
    expect(await verifyChain(admin)).toMatchObject({ intact: true });
  });

  it("changes and records nothing the second time", async () => {
    const act = { codeIds, campaignId, addTags: ["华东"] };
    await editCodes(operator, act);
    const [before, codes] = [await entryCount(), await stored()];
    expect(await editCodes(operator, act)).toEqual({ changedCount: 0 });
    expect(await entryCount()).toBe(before);
    expect(await stored()).toEqual(codes);
  });

  it("records only the codes that were not so already, and takes a campaign off", async () => {
    const [first = ""] = codeIds;
    await editCodes(operator, { codeIds: [first], campaignId });
    expect((await lastEntry()).targetId).toBe(first);
    expect(await editCodes(operator, { codeIds, campaignId: null })).toEqual({ changedCount: 1 });
    expect(await lastEntry()).toMatchObject({
      changes: { campaign: { from: ["春节门店海报"], to: null } },
      details: { codeIds: [first] },
    });
  });

  it("takes an id named twice, or in capitals, for one", async () => {
    const named = [...codeIds, ...codeIds.map((id) => id.toUpperCase())];
    expect(await editCodes(operator, { codeIds: named, addTags: ["x"] })).toEqual({
      changedCount: 3,
    });
  });
});

describe("editing many codes changes nothing", () => {
  it("for a role that may only look, or a stranger", async () => {
    await expectNothingChanged(
      marketing,
      { codeIds, campaignId },
      {
        code: "forbidden",
      },
    );
    const stranger = { ...operator, actor: { kind: "anonymous", id: null, name: "—" } } as const;
    await expectNothingChanged(
      stranger,
      { codeIds, campaignId },
      {
        code: "not_signed_in",
      },
    );
  });

  it("when one id, or the campaign, is unknown", async () => {
    const withUnknown = [...codeIds, randomUUID()];
    await expectNothingChanged(
      operator,
      { codeIds: withUnknown, campaignId },
      {
        code: "not_found",
        values: { kind: "code" },
      },
    );
    await expectNothingChanged(
      operator,
      { codeIds, campaignId: randomUUID() },
      {
        code: "not_found",
        values: { kind: "campaign" },
      },
    );
  });

  it("when one of them would get an eleventh tag, and says which", async () => {
    const [full = ""] = await insertCodes(runtime, 1, () => ({
      label: "满标签",
      tags: Array.from({ length: 10 }, (_, index) => `t${index}`),
    }));
    codeIds.push(full);
    await expectNothingChanged(
      operator,
      { codeIds, addTags: ["多一个"] },
      {
        code: "invalid_input",
        reason: "tagsManyOnCode",
        values: { label: "满标签" },
      },
    );
  });

  it("when none or more than 200 are named", async () => {
    await expect(editCodes(operator, { codeIds: [], campaignId })).rejects.toThrow();
    const many = Array.from({ length: 201 }, () => randomUUID());
    await expectNothingChanged(
      operator,
      { codeIds: many, campaignId },
      {
        issues: [{ path: ["codeIds"] }],
      },
    );
  });
});

it("two acts on the same codes in opposite order both finish", async () => {
  await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      tag(index % 2 === 0 ? codeIds : codeIds.toReversed(), `t${index}`),
    ),
  );
  expect((await stored()).map(({ tags }) => tags.length)).toEqual([7, 7, 7]);
});
