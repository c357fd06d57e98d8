import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { cancelVersion } from "@/lib/scenes/cancel-version";
import { changeScene } from "@/lib/scenes/change-scene";
import { getScene } from "@/lib/scenes/get-scene";
import { meaningAt } from "@/lib/scenes/meaning-at";
import { returnScene } from "@/lib/scenes/return-scene";
import type { ChangeSceneInput } from "@/lib/scenes/schema";
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

function change(changes: Partial<ChangeSceneInput> = {}, ctx = operator) {
  return changeScene(ctx, {
    sceneId,
    latestVersion: 1,
    page: "pages/table/index",
    payload: { table: 4 },
    at: null,
    why: "换桌",
    ...changes,
  });
}

const cancel = (ctx: Context, version = 2) => cancelVersion(ctx, { sceneId, version });

/** Puts a campaign with fields on the code that carries the scene. */
async function giveFields(payloadFields: CampaignField[]): Promise<void> {
  const campaign = await runtime.db.campaign.create({
    data: { name: `春节 ${sceneId}`, createdAt: new Date(), payloadFields },
  });
  const { value } = await runtime.db.scene.findUniqueOrThrow({ where: { id: sceneId } });
  await runtime.db.code.updateMany({ where: { scene: value }, data: { campaignId: campaign.id } });
}

describe("changing a scene", () => {
  it("takes effect at once, keeps what was, and stands in the log", async () => {
    expect(await change()).toEqual({ version: 2 });
    const scene = await look();
    expect(scene).toMatchObject({
      state: "live",
      latestVersion: 2,
      nextChangeAt: null,
      inForce: { version: 2, payload: { table: 4 } },
    });
    expect(scene.versions).toMatchObject([
      { version: 2, state: "in_force", why: "换桌", createdBy: operator.actor.name },
      { version: 1, state: "past", payload: { table: 3 }, createdBy: "林悦" },
    ]);
    expect(await lastEntry()).toMatchObject({
      action: "scene.changed",
      targetKind: "scene",
      targetId: sceneId,
      changes: { payload: { from: { table: 3 }, to: { table: 4 } } },
      details: { version: 2, effectiveFrom: null, reason: "换桌" },
    });
    expect(await verifyChain(admin)).toMatchObject({ intact: true });
  });

  it("planned ahead, changes nothing until its moment, and says when that is", async () => {
    const at = inHours(2);
    await change({ at });
    expect(await look()).toMatchObject({
      state: "ahead",
      nextChangeAt: new Date(at),
      inForce: { version: 1, payload: { table: 3 } },
      versions: [{ version: 2, state: "ahead", effectiveFrom: new Date(at) }, { version: 1 }],
    });
    expect((await lastEntry()).details).toMatchObject({ effectiveFrom: at });
    const moment = new Date(at);
    const before = new Date(moment.getTime() - 1);
    expect(await meaningAt(runtime.db, sceneId, before)).toMatchObject({ version: 1 });
    expect(await meaningAt(runtime.db, sceneId, moment)).toMatchObject({ version: 2 });
  });

  it("at once leaves a planned change where it is", async () => {
    await change({ at: inHours(2) });
    await change({ latestVersion: 2, payload: { table: 5 } });
    expect(await look()).toMatchObject({
      state: "ahead",
      inForce: { version: 3 },
      versions: [
        { version: 3, state: "in_force" },
        { version: 2, state: "ahead" },
        { version: 1, state: "past" },
      ],
    });
  });

  it("may take the payload away, or lead to another page", async () => {
    await change({ payload: null });
    await change({ latestVersion: 2, payload: null, page: "pages/new/index" });
    expect((await look()).inForce).toMatchObject({ page: "pages/new/index", payload: null });
  });

  it("is counted under the scene's lock: of ten at once one is saved, the others are told by whom", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, table) => change({ payload: { table: table + 10 } })),
    );
    const saved = results.filter(({ status }) => status === "fulfilled");
    expect(saved).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({
          reason: "sceneChanged",
          values: { version: 2, by: operator.actor.name },
        });
      }
    }
    expect((await look()).versions).toHaveLength(2);
  });

  it("rules at once even for who waited for the lock", async () => {
    const save = async (table: number): Promise<void> => {
      const { latestVersion } = await look();
      try {
        await change({ latestVersion, payload: { table } });
      } catch {
        await save(table);
      }
    };
    await Promise.all([save(21), save(22), save(23), save(24)]);
    const { versions, inForce } = await look();
    expect(versions.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
    expect(inForce.version).toBe(5);
  });

  it("does not keep codes of the scene from being minted meanwhile", async () => {
    const { value, miniProgramId } = await runtime.db.scene.findUniqueOrThrow({
      where: { id: sceneId },
    });
    await runtime.db.$transaction(async (tx) => {
      await change({}, { ...operator, tx });
      await runtime.db.code.create({
        data: {
          miniProgramId,
          scene: value,
          kind: "WXACODE_UNLIMITED",
          label: "另一种颜色",
          target: "pages/table/index",
          width: 430,
          identity: sceneId.replaceAll("-", "").repeat(2),
          createdBy: "林悦",
          createdAt: new Date(),
        },
      });
    });
    expect((await look()).codeCount).toBe(2);
  });
});

describe("a change is refused", () => {
  it("to a role that may only look, to a stranger, and for a scene that is none", async () => {
    await expect(change({}, marketing)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = { ...operator, actor: { kind: "anonymous", id: null, name: "—" } } as const;
    await expect(change({}, stranger)).rejects.toMatchObject({ code: "not_signed_in" });
    const unknown = change({ sceneId: "0190b5c0-0000-7000-8000-000000000000" });
    await expect(unknown).rejects.toMatchObject({ code: "not_found", values: { kind: "scene" } });
  });

  it("when nothing would be different at that moment, whatever the order of the keys", async () => {
    await change({ payload: { table: 4, shop: "朝阳" }, at: inHours(1) });
    const same = change({
      latestVersion: 2,
      payload: { shop: "朝阳", table: 4 },
      at: inHours(2),
    });
    await expect(same).rejects.toMatchObject({ reason: "sceneUnchanged" });
    const now = change({ latestVersion: 2, payload: { table: 3 } });
    await expect(now).rejects.toMatchObject({ reason: "sceneUnchanged" });
  });

  it("for a moment that has passed or lies more than two years ahead", async () => {
    await expect(change({ at: inHours(-1) })).rejects.toMatchObject({ reason: "momentPast" });
    const far = change({ at: inHours(3 * 366 * 24) });
    await expect(far).rejects.toMatchObject({ reason: "momentFar", field: "at" });
  });

  it("when the payload is not what its campaign's payloads are made of", async () => {
    await giveFields([{ key: "shop", label: "门店", type: "text", isRequired: true }]);
    await expect(change()).rejects.toMatchObject({ code: "invalid_input", field: "payload" });
    expect(await change({ payload: { shop: "朝阳" } })).toEqual({ version: 2 });
  });
});

describe("going back", () => {
  it("brings an earlier version back as a new one, at once, though its campaign asks for more by now", async () => {
    await change();
    await giveFields([{ key: "shop", label: "门店", type: "text", isRequired: true }]);
    expect(
      await returnScene(operator, { sceneId, latestVersion: 2, version: 1, why: "印错了" }),
    ).toEqual({ version: 3 });
    expect((await look()).versions[0]).toMatchObject({
      state: "in_force",
      returnsTo: 1,
      payload: { table: 3 },
      why: "印错了",
    });
    expect(await lastEntry()).toMatchObject({
      action: "scene.returned",
      details: { version: 3, returnsTo: 1 },
    });
  });

  it("is refused to where it is already, to a version that is none, and from an old page", async () => {
    const to = (version: number, latestVersion = 1) =>
      returnScene(operator, { sceneId, latestVersion, version, why: "" });
    await expect(to(1)).rejects.toMatchObject({ reason: "sceneUnchanged" });
    await expect(to(7)).rejects.toMatchObject({ values: { kind: "sceneVersion" } });
    await change();
    await expect(to(1, 1)).rejects.toMatchObject({ reason: "sceneChanged" });
    const asMarketing = returnScene(marketing, { sceneId, latestVersion: 2, version: 1, why: "" });
    await expect(asMarketing).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("cancelling a planned change", () => {
  it("leaves it in the history and out of force", async () => {
    const at = inHours(2);
    await change({ at });
    await cancelVersion(operator, { sceneId, version: 2 });
    expect(await look()).toMatchObject({
      state: "live",
      nextChangeAt: null,
      latestVersion: 2,
      versions: [{ state: "cancelled", cancelledBy: operator.actor.name }, { state: "in_force" }],
    });
    expect(await meaningAt(runtime.db, sceneId, new Date(at))).toMatchObject({ version: 1 });
    expect(await lastEntry()).toMatchObject({ action: "scene.change_cancelled" });
  });

  it("is done once, by who may, and not after its moment", async () => {
    await change({ at: inHours(2) });
    await expect(cancel(marketing)).rejects.toMatchObject({ code: "forbidden" });
    await expect(cancel(operator, 3)).rejects.toMatchObject({ code: "not_found" });
    const twice = await Promise.allSettled([cancel(operator), cancel(admin)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(cancel(operator)).rejects.toMatchObject({ reason: "versionCancelled" });
    await change({ latestVersion: 2 });
    await expect(cancel(operator, 3)).rejects.toMatchObject({ reason: "versionInForce" });
  });

  it("keeps what was said of it when the person who said it is gone", async () => {
    const leaver = await asPerson(runtime, "operator");
    await change({ at: inHours(2) }, leaver);
    await cancel(operator);
    await runtime.db.user.delete({ where: { id: leaver.actor.id ?? "" } });
    expect((await look()).versions[0]).toMatchObject({
      state: "cancelled",
      createdBy: leaver.actor.name,
    });
  });

  it("cannot be slipped past the database, nor can a version be rewritten", async () => {
    await change();
    const key = { sceneId_version: { sceneId, version: 2 } };
    const rewritten = runtime.db.sceneVersion.update({
      where: key,
      data: { payload: { table: 9 } },
    });
    await expect(rewritten).rejects.toThrow();
    const cancelled = runtime.db.sceneVersion.update({
      where: key,
      data: { cancelledAt: new Date(Date.now() + HOUR_MS), cancelledBy: "林悦" },
    });
    await expect(cancelled).rejects.toThrow();
  });
});
