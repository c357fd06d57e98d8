import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { changePassword } from "@/lib/people/change-password";
import { createUser } from "@/lib/people/create-user";
import { disablePerson } from "@/lib/people/disable-person";
import { findAccountLink } from "@/lib/people/find-account-link";
import { findSession } from "@/lib/people/find-session";
import { listMembers } from "@/lib/people/list-members";
import { makeResetLink } from "@/lib/people/make-reset-link";
import { ratePassword } from "@/lib/people/rate-password";
import { resetPassword } from "@/lib/people/reset-password";
import { signIn } from "@/lib/people/sign-in";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { jobContext } from "@/lib/worker/job-context";

const OLD = "kite-Lantern-7-oyster";
const NEW = "walnut-Tram-41-saffron";

let runtime: Runtime;
let admin: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

function stranger(now?: () => Date): Context {
  const nobody = { kind: "anonymous", id: null, name: "—" } as const;
  return { ...contextFor(runtime, nobody, now), address: randomUUID() };
}

async function newPerson() {
  const email = `${randomUUID()}@example.com`;
  const fields = { email, name: "陈伟", role: "operator" as const, password: OLD };
  const { id } = await createUser(admin, fields);
  return { id, email };
}

const enter = (email: string, password: string) =>
  signIn(stranger(), { email, password, userAgent: "vitest" });

async function resetLink(userId: string): Promise<string> {
  const { url } = await makeResetLink(admin, { userId });
  return url.slice(url.lastIndexOf("/") + 1);
}

describe("a link for a new password", () => {
  it("sets it once and ends every session", async () => {
    const { id, email } = await newPerson();
    const { sessionToken } = await enter(email, OLD);
    const token = await resetLink(id);
    expect((await listMembers(admin)).find((row) => row.id === id)?.resetUntil).not.toBeNull();
    await resetPassword(stranger(), { token, password: NEW });
    expect(await findSession(runtime, sessionToken, new Date())).toBeNull();
    await expect(enter(email, OLD)).rejects.toMatchObject({ reason: "signInRefused" });
    await enter(email, NEW);
    const entry = await runtime.db.auditEntry.findFirstOrThrow({
      where: { action: "user.password_reset", targetId: id },
    });
    expect(entry.details).toEqual({ endedSessionCount: 1 });
    await expect(resetPassword(stranger(), { token, password: OLD })).rejects.toMatchObject({
      reason: "accountLinkGone",
    });
  });

  it("is used by one of two who try at the same time", async () => {
    const { id } = await newPerson();
    const token = await resetLink(id);
    const outcomes = await Promise.allSettled([
      resetPassword(stranger(), { token, password: NEW }),
      resetPassword(stranger(), { token, password: "meadow-Violin-88-thunder" }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("ends after a day, with a newer one, with a changed password and with the account", async () => {
    const [late, renewed, changed, gone] = await Promise.all([1, 2, 3, 4].map(newPerson));
    if (!late || !renewed || !changed || !gone) throw new Error("four people");
    const lateToken = await resetLink(late.id);
    const tomorrow = stranger(() => new Date(Date.now() + 24 * 3_600_000 + 1_000));
    expect(await findAccountLink(tomorrow, { token: lateToken })).toBeNull();

    const firstToken = await resetLink(renewed.id);
    await resetLink(renewed.id);
    expect(await findAccountLink(stranger(), { token: firstToken })).toBeNull();

    const changedToken = await resetLink(changed.id);
    const actor = { kind: "user", id: changed.id, name: "陈伟", role: "operator" } as const;
    const self = { ...contextFor(runtime, actor), address: randomUUID() };
    await changePassword(self, { currentPassword: OLD, newPassword: NEW });
    expect(await findAccountLink(stranger(), { token: changedToken })).toBeNull();

    const goneToken = await resetLink(gone.id);
    await disablePerson(admin, { userId: gone.id });
    await expect(
      resetPassword(stranger(), { token: goneToken, password: NEW }),
    ).rejects.toMatchObject({ reason: "accountLinkGone" });
    await expect(makeResetLink(admin, { userId: gone.id })).rejects.toMatchObject({
      reason: "personDisabled",
    });
  });

  it("does not open as an invite, and an operator makes none", async () => {
    const { id } = await newPerson();
    const operator = await asPerson(runtime, "operator");
    await expect(makeResetLink(operator, { userId: id })).rejects.toMatchObject({
      code: "forbidden",
    });
    const unknown = { userId: randomUUID() };
    await expect(makeResetLink(admin, unknown)).rejects.toMatchObject({ code: "not_found" });
  });

  it("gives a first password to somebody who has none, and could not change it", async () => {
    const { id, email } = await newPerson();
    await runtime.db.user.update({ where: { id }, data: { passwordHash: null } });
    const actor = { kind: "user", id, name: "陈伟", role: "operator" } as const;
    const self = { ...contextFor(runtime, actor), address: randomUUID() };
    await expect(
      changePassword(self, { currentPassword: "", newPassword: NEW }),
    ).rejects.toMatchObject({ reason: "passwordNone" });
    await resetPassword(stranger(), { token: await resetLink(id), password: NEW });
    await enter(email, NEW);
  });

  it("is made by nobody for themselves, who would not need the old password", async () => {
    const own = { userId: String(admin.actor.id) };
    await expect(makeResetLink(admin, own)).rejects.toMatchObject({ reason: "resetOwn" });
  });
});

describe("a password that is easy to guess", () => {
  it("is refused wherever one is set, with why", async () => {
    const { id } = await newPerson();
    const token = await resetLink(id);
    await expect(
      resetPassword(stranger(), { token, password: "password123" }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      reason: "passwordGuessable",
      field: "password",
      values: { weakness: "common" },
    });
    const actor = { kind: "user", id, name: "陈伟", role: "operator" } as const;
    const self = { ...contextFor(runtime, actor), address: randomUUID() };
    await expect(
      changePassword(self, { currentPassword: OLD, newPassword: "abcdefgh1" }),
    ).rejects.toMatchObject({ reason: "passwordGuessable", field: "newPassword" });
    const email = `${randomUUID()}@example.com`;
    await expect(
      createUser(admin, { email, name: "陈伟", role: "operator", password: "qwertyuiop" }),
    ).rejects.toMatchObject({ reason: "passwordGuessable" });
    expect(await findAccountLink(stranger(), { token })).not.toBeNull();
  });

  it("is the affair of whoever runs the machine when they chose it for the first start", async () => {
    const email = `${randomUUID()}@example.com`;
    const fields = { email, name: "Admin", role: "operator" as const, password: "password123" };
    await createUser(jobContext(runtime, "first start"), fields);
    await enter(email, "password123");
  });

  it("is rated while it is typed, for whoever is signed in or holds an open link", async () => {
    const { id } = await newPerson();
    const token = await resetLink(id);
    const rated = await ratePassword(stranger(), { password: "password123", token });
    expect(rated).toMatchObject({ isEnough: false, weakness: "common" });
    expect(await ratePassword(admin, { password: NEW, token: null })).toEqual({
      score: 4,
      isEnough: true,
      weakness: null,
    });
    await expect(ratePassword(stranger(), { password: NEW, token: null })).rejects.toMatchObject({
      code: "not_signed_in",
    });
    await expect(
      ratePassword(stranger(), { password: NEW, token: "unknown" }),
    ).rejects.toMatchObject({ code: "not_signed_in" });
  });

  it("is rated so many times a minute for an address, and no more", async () => {
    const ctx = { ...admin, address: randomUUID() };
    const ratings = Array.from({ length: 121 }, () =>
      ratePassword(ctx, { password: "abc", token: null }),
    );
    const outcomes = await Promise.allSettled(ratings);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([
      { status: "rejected", reason: expect.objectContaining({ code: "throttled" }) },
    ]);
  });
});
