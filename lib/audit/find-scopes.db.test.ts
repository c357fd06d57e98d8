import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditTargetKind } from "@/lib/audit/actions";
import { appendEntry } from "@/lib/audit/append-entry";
import { findScopes } from "@/lib/audit/find-scopes";
import {
  addCampaign,
  addMiniProgram,
  inTransaction,
  openQuotaDesk,
} from "@/lib/testing/quota-desk";
import type { QuotaDesk } from "@/lib/testing/quota-desk";

let desk: QuotaDesk;
let miniProgramId: string;
let campaignId: string;
const ids: Partial<Record<AuditTargetKind, string>> = {};
beforeAll(async () => {
  desk = await openQuotaDesk();
  miniProgramId = await addMiniProgram(desk);
  campaignId = await addCampaign(desk);
  await addObjects();
});
afterAll(() => desk.close());

/** One object of each kind that belongs to something. */
async function addObjects(): Promise<void> {
  const { db } = desk.runtime;
  const scene = await db.scene.create({
    data: { miniProgramId, value: "t=1", page: "pages/index/index" },
  });
  const code = await db.code.create({
    data: {
      miniProgramId,
      campaignId,
      kind: "WXACODE_UNLIMITED",
      label: "桌 1",
      target: "pages/index/index",
      scene: "t=1",
      width: 430,
      identity: "a".repeat(64),
      createdBy: "林悦",
    },
  });
  const batch = await db.batch.create({
    data: {
      miniProgramId,
      campaignId,
      name: "桌贴",
      kind: "WXACODE_UNLIMITED",
      status: "running",
      rowCount: 1,
      limitedCount: 0,
      requestKey: randomUUID(),
      createdBy: "林悦",
      createdAt: new Date(),
      startedAt: new Date(),
    },
  });
  const packId = randomUUID();
  const auditSeq = await inTransaction(desk.admin, (ctx) =>
    appendEntry(ctx, {
      action: "pack.cancelled",
      target: { kind: "pack", id: packId, label: "海报" },
      details: { doneCount: 0 },
      scope: { miniProgramId, campaignId },
    }),
  );
  await db.pack.create({
    data: {
      id: packId,
      name: "海报",
      form: "pictures",
      options: {},
      selection: {},
      locale: "zh-CN",
      codeCount: 1,
      fileName: "a.zip",
      mediaType: "application/zip",
      auditSeq,
      requestKey: randomUUID(),
      createdBy: "林悦",
      createdAt: new Date(),
    },
  });
  Object.assign(ids, {
    scene: scene.id,
    code: code.id,
    batch: batch.id,
    pack: packId,
    campaign: campaignId,
    mini_program: miniProgramId,
    user: desk.admin.actor.id,
  });
}

const both = () => ({ miniProgramId, campaignId });
const nothing = () => ({ miniProgramId: null, campaignId: null });
const read = (seq: bigint) =>
  desk.runtime.db.auditEntry.findUniqueOrThrow({
    where: { seq },
    select: { miniProgramId: true, campaignId: true },
  });

describe("what an object belongs to", () => {
  const expected: [AuditTargetKind, () => object][] = [
    ["code", both],
    ["scene", both],
    ["batch", both],
    ["pack", both],
    ["campaign", () => ({ miniProgramId: null, campaignId })],
    ["mini_program", () => ({ miniProgramId, campaignId: null })],
    ["user", nothing],
  ];

  it.each(expected)("is known of a %s", async (kind, scope) => {
    const target = { kind, id: ids[kind] ?? null };
    expect(await findScopes(desk.runtime.db, [target])).toEqual([scope()]);
    expect(target.id).not.toBeNull();
  });

  it("is told of many at once in their order, and of what is gone it is nothing", async () => {
    const gone = { kind: "code", id: randomUUID() } as const;
    const odd = { kind: "scene", id: "not an id" } as const;
    const none = { kind: "code", id: null } as const;
    const targets = [gone, { kind: "code", id: ids.code ?? null }, odd, none] as const;
    expect(await findScopes(desk.runtime.db, targets)).toEqual([
      nothing(),
      both(),
      nothing(),
      nothing(),
    ]);
  });

  it("stands in the entry, as found or as told", async () => {
    const target = { kind: "code", id: ids.code ?? null, label: "桌 1" } as const;
    const entry = { action: "code.edited", target, details: {} } as const;
    const write = (scope?: { miniProgramId: string }) =>
      inTransaction(desk.admin, (ctx) => appendEntry(ctx, { ...entry, ...(scope && { scope }) }));
    const [found, told] = [await write(), await write({ miniProgramId })];
    expect(await read(found)).toEqual(both());
    expect(await read(told)).toEqual({ miniProgramId, campaignId: null });
  });
});
