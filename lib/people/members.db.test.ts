import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context, Role } from "@/lib/core/context";
import { changeRole } from "@/lib/people/change-role";
import { disablePerson } from "@/lib/people/disable-person";
import { enablePerson } from "@/lib/people/enable-person";
import { findSession } from "@/lib/people/find-session";
import { getSecondFactorRule } from "@/lib/people/get-second-factor-rule";
import { listMembers } from "@/lib/people/list-members";
import { makeApiKey } from "@/lib/people/make-api-key";
import { hashSessionToken } from "@/lib/people/session-token";
import { setSecondFactorRule } from "@/lib/people/set-second-factor-rule";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let admin: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

async function newPerson(role: Role = "operator") {
  const ctx = await asPerson(runtime, role);
  return { ctx, userId: String(ctx.actor.id) };
}

async function openSession(userId: string): Promise<string> {
  const token = randomUUID();
  const expiresAt = new Date(Date.now() + 3_600_000);
  const tokenHash = hashSessionToken(token);
  await runtime.db.session.create({
    data: { userId, tokenHash, address: "192.0.2.1", userAgent: "vitest", expiresAt },
  });
  return token;
}

const seen = (token: string) => findSession(runtime, token, new Date());
const lastEntry = (targetId: string) =>
  runtime.db.auditEntry.findFirst({ where: { targetId }, orderBy: { seq: "desc" } });

describe("a changed role", () => {
  it("holds in an open session from the next request on, and stands in the log", async () => {
    const { userId } = await newPerson();
    const token = await openSession(userId);
    await changeRole(admin, { userId, role: "marketing" });
    expect(await seen(token)).toMatchObject({ role: "marketing" });
    expect(await lastEntry(userId)).toMatchObject({
      action: "user.role_changed",
      changes: { role: { from: "operator", to: "marketing" } },
    });
    const before = await runtime.db.auditEntry.count();
    await changeRole(admin, { userId, role: "marketing" });
    expect(await runtime.db.auditEntry.count()).toBe(before);
  });

  it("is nobody's own doing, and no operator's", async () => {
    const { userId, ctx } = await newPerson();
    await expect(
      changeRole(admin, { userId: String(admin.actor.id), role: "operator" }),
    ).rejects.toMatchObject({ reason: "roleOwn" });
    await expect(changeRole(ctx, { userId, role: "admin" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      changeRole(admin, { userId: randomUUID(), role: "operator" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a disabled person", () => {
  it("is out at once, in every session, and comes back with the same role", async () => {
    const { userId } = await newPerson();
    const [one, two] = [await openSession(userId), await openSession(userId)];
    await disablePerson(admin, { userId });
    expect([await seen(one), await seen(two)]).toEqual([null, null]);
    expect(await lastEntry(userId)).toMatchObject({
      action: "user.disabled",
      details: { endedSessionCount: 2 },
    });
    await disablePerson(admin, { userId });
    await enablePerson(admin, { userId });
    await enablePerson(admin, { userId });
    expect(await seen(one)).toBeNull();
    expect(await seen(await openSession(userId))).toMatchObject({ role: "operator" });
    const actions = await runtime.db.auditEntry.findMany({
      where: { targetId: userId },
      orderBy: { seq: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual(["user.disabled", "user.enabled"]);
  });

  it("is disabled by another administrator, not by themselves or an operator", async () => {
    const { userId, ctx } = await newPerson();
    await expect(disablePerson(admin, { userId: String(admin.actor.id) })).rejects.toMatchObject({
      reason: "disableOwn",
    });
    for (const verb of [disablePerson, enablePerson]) {
      await expect(verb(ctx, { userId })).rejects.toMatchObject({ code: "forbidden" });
      await expect(verb(admin, { userId: randomUUID() })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("the last administrator", () => {
  it("stays, whichever way two of them try to shut each other out at the same time", async () => {
    const own = await openTestRuntime();
    const [one, two] = [await asPerson(own, "admin"), await asPerson(own, "admin")];
    const [oneId, twoId] = [String(one.actor.id), String(two.actor.id)];
    for (let round = 0; round < 5; round += 1) {
      const outcomes = await Promise.allSettled([
        changeRole(one, { userId: twoId, role: "operator" }),
        round % 2 === 0
          ? changeRole(two, { userId: oneId, role: "marketing" })
          : disablePerson(two, { userId: oneId }),
      ]);
      const refused = outcomes.filter(({ status }) => status === "rejected");
      expect(refused).toEqual([
        { status: "rejected", reason: expect.objectContaining({ reason: "lastAdminStays" }) },
      ]);
      const left = await own.db.user.count({ where: { role: "admin", disabledAt: null } });
      expect(left).toBe(1);
      await own.db.user.updateMany({ data: { role: "admin", disabledAt: null } });
    }
    await own.close();
  });

  it("is protected from a job, too", async () => {
    const own = await openTestRuntime();
    const only = await asPerson(own, "admin");
    const userId = String(only.actor.id);
    const job = contextFor(own, { kind: "job", id: null, name: "tidy up" });
    await expect(changeRole(job, { userId, role: "operator" })).rejects.toMatchObject({
      reason: "lastAdminStays",
    });
    await expect(disablePerson(job, { userId })).rejects.toMatchObject({
      reason: "lastAdminStays",
    });
    await own.close();
  });
});

describe("the list of members", () => {
  it("tells administrators who is here, how they sign in and what they hold", async () => {
    const { userId, ctx } = await newPerson();
    await openSession(userId);
    await makeApiKey(ctx, { name: "Excel", scopes: ["codes:read"], days: null });
    const row = (await listMembers(admin)).find(({ id }) => id === userId);
    expect(row).toMatchObject({
      role: "operator",
      isDisabled: false,
      hasPassword: true,
      hasProvider: false,
      hasSecondFactor: false,
      apiKeyCount: 1,
      lastSeenAt: expect.any(Date),
      createdAt: expect.any(Date),
      resetUntil: null,
    });
    await disablePerson(admin, { userId });
    expect((await listMembers(admin)).at(-1)).toMatchObject({ isDisabled: true });
    await expect(listMembers(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the rule who needs a second factor", () => {
  it("is set by administrators, logged, and says whom it would ask", async () => {
    const { ctx } = await newPerson();
    const before = await getSecondFactorRule(admin);
    expect(before.rule).toBe("off");
    expect(before.lacking.everyone).toBeGreaterThan(before.lacking.admins);
    await setSecondFactorRule(admin, { rule: "admins" });
    await setSecondFactorRule(admin, { rule: "admins" });
    expect(await getSecondFactorRule(admin)).toMatchObject({ rule: "admins" });
    const entries = await runtime.db.auditEntry.findMany({
      where: { action: "desk.second_factor_required" },
    });
    expect(entries.map(({ changes }) => changes)).toEqual([
      { secondFactor: { from: "off", to: "admins" } },
    ]);
    await setSecondFactorRule(admin, { rule: "off" });
    await expect(setSecondFactorRule(ctx, { rule: "off" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(getSecondFactorRule(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});
