import { createHash, randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { addReadyPack } from "@/lib/testing/add-ready-pack";
import { OPEN_LINKS_MAX } from "@/lib/packs/link-schema";
import type { MakePackLinkInput } from "@/lib/packs/link-schema";
import { listPackLinks } from "@/lib/packs/list-pack-links";
import { makePackLink } from "@/lib/packs/make-pack-link";
import { revokePackLink } from "@/lib/packs/revoke-pack-link";
import { verifyPassword } from "@/lib/people/hash-password";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const DAY_MS = 24 * 3_600_000;

let runtime: Runtime;
let operator: Context;
let marketing: Context;
beforeAll(async () => {
  runtime = await openTestRuntime({ MINTDESK_GATE_URL: "https://gate.example.com/" });
  operator = await asPerson(runtime, "operator");
  marketing = await asPerson(runtime, "marketing");
});
afterAll(() => runtime.close());

function linkOf(packId: string, changes: Partial<MakePackLinkInput> = {}): MakePackLinkInput {
  return { packId, name: "印刷厂 · 王先生", days: 7, takesMax: 3, password: null, ...changes };
}

const entriesOf = (packId: string) =>
  runtime.db.auditEntry.findMany({ where: { targetId: packId }, orderBy: { seq: "asc" } });

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));

describe("a link to a pack", () => {
  it("is told once, and kept as a hash of 256 bits; its password as one that is slow to guess", async () => {
    const packId = await addReadyPack(runtime);
    const password = "红灯笼 88 盏";
    const { linkId, url, expiresAt } = await makePackLink(operator, linkOf(packId, { password }));
    const [, token = ""] = /^https:\/\/gate\.example\.com\/pack\/([\w-]{43})$/.exec(url) ?? [];
    const link = await runtime.db.packLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(link.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
    expect(await verifyPassword(password, link.passwordHash ?? "")).toBe(true);
    expect(expiresAt.getTime() - link.createdAt.getTime()).toBe(7 * DAY_MS);
    const told = inspect([await listPackLinks(marketing, { packId }), await entriesOf(packId)], {
      depth: 9,
    });
    for (const secret of [token, link.tokenHash, link.passwordHash ?? "", password]) {
      expect(told).not.toContain(secret);
    }
    expect(await entriesOf(packId)).toMatchObject([
      {
        action: "pack.link_made",
        targetLabel: "春节桌贴",
        details: { link: "印刷厂 · 王先生", takesMax: 3, hasPassword: true },
      },
    ]);
  });

  it("ends with the pack at the latest", async () => {
    const packId = await addReadyPack(runtime);
    const { removeAt } = await runtime.db.pack.findUniqueOrThrow({ where: { id: packId } });
    const { expiresAt } = await makePackLink(operator, linkOf(packId, { days: 90 }));
    expect(expiresAt).toEqual(removeAt);
  });

  it("is listed in its state, open ones first, with what became of it", async () => {
    const packId = await addReadyPack(runtime);
    const { db } = runtime;
    const ids: Record<string, string> = {};
    for (const name of ["revoked", "expired", "usedUp", "endless"]) {
      const takesMax = name === "endless" ? null : 3;
      ids[name] = (await makePackLink(operator, linkOf(packId, { name, takesMax }))).linkId;
    }
    const { revoked = "", expired, usedUp = "" } = ids;
    await db.packLink.update({ where: { id: expired }, data: { expiresAt: new Date(0) } });
    await db.packLink.update({ where: { id: usedUp }, data: { takesCount: 3 } });
    await revokePackLink(operator, { linkId: revoked });
    const kinds = ["opened", "wrong_password", "opened", "taken", "opened", "opened", "taken"];
    await db.packLinkEvent.createMany({
      data: kinds.map((kind, minute) => ({
        linkId: usedUp,
        kind,
        at: at(minute),
        address: "192.0.2.7",
      })),
    });
    const links = await listPackLinks(marketing, { packId });
    expect(links.map(({ name, state }) => [name, state])).toEqual([
      ["endless", "open"],
      ["usedUp", "used_up"],
      ["expired", "expired"],
      ["revoked", "revoked"],
    ]);
    expect(links[1]).toMatchObject({
      takesCount: 3,
      takesMax: 3,
      openedCount: 4,
      wrongPasswordCount: 1,
      createdBy: "Chen Wei",
      hasPassword: false,
    });
    expect(links[1]?.events.map(({ kind, at }) => [kind, at])).toEqual([
      ["taken", at(6)],
      ["opened", at(5)],
      ["opened", at(4)],
      ["taken", at(3)],
      ["opened", at(2)],
    ]);
    expect(links[3]).toMatchObject({ revokedBy: "Chen Wei", revokedAt: expect.any(Date) });
  });

  it("is revoked once, however often that is asked", async () => {
    const packId = await addReadyPack(runtime);
    const { linkId } = await makePackLink(operator, linkOf(packId));
    await Promise.all([1, 2, 3].map(() => revokePackLink(operator, { linkId })));
    const actions = (await entriesOf(packId)).map(({ action }) => action);
    expect(actions).toEqual(["pack.link_made", "pack.link_revoked"]);
  });

  it("is made and revoked by nobody who may only look", async () => {
    const packId = await addReadyPack(runtime);
    const { linkId } = await makePackLink(operator, linkOf(packId));
    const forbidden = { code: "forbidden" };
    await expect(makePackLink(marketing, linkOf(packId))).rejects.toMatchObject(forbidden);
    await expect(revokePackLink(marketing, { linkId })).rejects.toMatchObject(forbidden);
    const stranger = { ...operator, actor: { kind: "anonymous" as const, id: null, name: "—" } };
    const notSignedIn = { code: "not_signed_in" };
    await expect(makePackLink(stranger, linkOf(packId))).rejects.toMatchObject(notSignedIn);
    await expect(listPackLinks(stranger, { packId })).rejects.toMatchObject(notSignedIn);
  });

  it("is not made for a pack that is not ready, gone, or unknown", async () => {
    const packId = await addReadyPack(runtime);
    for (const status of ["removed", "failed"] as const) {
      await runtime.db.pack.update({ where: { id: packId }, data: { status } });
      await expect(makePackLink(operator, linkOf(packId))).rejects.toMatchObject({
        reason: "packNotReadyToShare",
      });
    }
    const unknown = randomUUID();
    const notFound = { code: "not_found" };
    await expect(makePackLink(operator, linkOf(unknown))).rejects.toMatchObject(notFound);
    await expect(revokePackLink(operator, { linkId: unknown })).rejects.toMatchObject(notFound);
    await expect(listPackLinks(operator, { packId: unknown })).rejects.toMatchObject(notFound);
  });

  it("is one of so many at most, also when they are made at once", async () => {
    const packId = await addReadyPack(runtime);
    const { db } = runtime;
    const expiresAt = new Date(Date.now() + DAY_MS);
    await db.packLink.createMany({
      data: Array.from({ length: OPEN_LINKS_MAX - 1 }, () => ({
        packId,
        name: "one of many",
        tokenHash: createHash("sha256").update(randomUUID()).digest("hex"),
        expiresAt,
        createdBy: "林悦",
        createdAt: new Date(),
      })),
    });
    const made = await Promise.allSettled(
      [1, 2, 3].map(() => makePackLink(operator, linkOf(packId))),
    );
    expect(made.map(({ status }) => status).toSorted()).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
    ]);
    await expect(makePackLink(operator, linkOf(packId))).rejects.toMatchObject({
      reason: "packLinksTooMany",
      values: { openCount: OPEN_LINKS_MAX },
    });
  });

  it.each([
    ["no name", { name: "  " }, "packLinkNameEmpty"],
    ["a name without end", { name: "x".repeat(61) }, "packLinkNameLong"],
    ["no day", { days: 0 }, "packLinkDays"],
    ["half a day", { days: 0.5 }, "packLinkDays"],
    ["91 days", { days: 91 }, "packLinkDays"],
    ["no download", { takesMax: 0 }, "packLinkTakes"],
    ["1,001 downloads", { takesMax: 1_001 }, "packLinkTakes"],
    ["a password of 7", { password: "1234567" }, "packLinkPasswordShort"],
    ["a password of spaces", { password: " ".repeat(20) }, "packLinkPasswordShort"],
    ["a password of 129", { password: "x".repeat(129) }, "packLinkPasswordLong"],
  ])("is refused with %s, saying why", async (_name, changes, message) => {
    await expect(makePackLink(operator, linkOf(randomUUID(), changes))).rejects.toMatchObject({
      issues: [{ message }],
    });
  });
});
