import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { changePassword } from "@/lib/people/change-password";
import { createUser } from "@/lib/people/create-user";
import { endSessions } from "@/lib/people/end-sessions";
import { findSession } from "@/lib/people/find-session";
import { SESSION_LIFE_MS } from "@/lib/people/open-session";
import { signIn } from "@/lib/people/sign-in";
import { signOut } from "@/lib/people/sign-out";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let admin: Context;
const PASSWORD = "a good long password";

beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

async function newPerson() {
  const email = `${randomUUID()}@example.com`;
  const { id } = await createUser(admin, {
    email,
    name: "陈伟",
    role: "operator",
    password: PASSWORD,
  });
  return { email, id };
}

/** A stranger from an address of their own, so that tests do not throttle one another. */
function stranger(address: string = randomUUID()): Context {
  return { ...contextFor(runtime, { kind: "anonymous", id: null, name: "—" }), address };
}

const enter = (email: string, password: string, ctx = stranger()) =>
  signIn(ctx, { email, password, userAgent: "vitest" });

describe("signing in", () => {
  it("opens a session that the token finds and nobody else's token does", async () => {
    const { email, id } = await newPerson();
    const { sessionToken } = await enter(email.toUpperCase(), PASSWORD);
    expect(await findSession(runtime, sessionToken, new Date())).toMatchObject({ userId: id });
    expect(await findSession(runtime, `${sessionToken}x`, new Date())).toBeNull();
    const kept = await runtime.db.session.findFirst({ where: { userId: id } });
    expect(JSON.stringify(kept)).not.toContain(sessionToken);
  });

  it("gives the same answer for a wrong password, an unknown mail and a disabled person", async () => {
    const { email } = await newPerson();
    const disabled = await newPerson();
    await runtime.db.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    const answers = await Promise.all(
      [
        enter(email, "wrong password"),
        enter("nobody@example.com", PASSWORD),
        enter(disabled.email, PASSWORD),
      ].map((attempt) => attempt.catch((error: unknown) => error)),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ reason: "signInRefused", values: {} });
  });

  it("stops guessing at one account after five tries, from wherever they come", async () => {
    const { email } = await newPerson();
    for (let count = 0; count < 5; count += 1) {
      await expect(enter(email, "guess")).rejects.toMatchObject({ reason: "signInRefused" });
    }
    await expect(enter(email, PASSWORD)).rejects.toMatchObject({ code: "throttled" });
  });

  it("stops an address that tries many accounts", async () => {
    const ctx = stranger();
    const attempts = Array.from({ length: 31 }, () =>
      enter(`${randomUUID()}@example.com`, "guess", ctx).catch(
        (error: { code: string }) => error.code,
      ),
    );
    const codes = await Promise.all(attempts);
    expect(codes.filter((code) => code === "throttled")).toHaveLength(1);
  });

  it("forgets failed tries once the owner is in", async () => {
    const { email } = await newPerson();
    for (let round = 0; round < 3; round += 1) {
      await expect(enter(email, "typo")).rejects.toMatchObject({ reason: "signInRefused" });
      await enter(email, PASSWORD);
    }
  });

  it("ends a session on sign-out, on expiry and when the person is disabled", async () => {
    const { email, id } = await newPerson();
    const [first, second] = [await enter(email, PASSWORD), await enter(email, PASSWORD)];
    const person = contextFor(runtime, { kind: "user", id, name: "陈伟", role: "operator" });
    await signOut(person, first.sessionToken);
    expect(await findSession(runtime, first.sessionToken, new Date())).toBeNull();
    const later = new Date(Date.now() + SESSION_LIFE_MS + 1);
    expect(await findSession(runtime, second.sessionToken, later)).toBeNull();
    expect(await findSession(runtime, second.sessionToken, new Date())).not.toBeNull();
    await runtime.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await findSession(runtime, second.sessionToken, new Date())).toBeNull();
  });

  it("ends every session when the password changes, and refuses the wrong old one", async () => {
    const { email, id } = await newPerson();
    const { sessionToken } = await enter(email, PASSWORD);
    const person = contextFor(runtime, { kind: "user", id, name: "陈伟", role: "operator" });
    const newPassword = "another good password";
    await expect(
      changePassword(person, { currentPassword: "wrong", newPassword }),
    ).rejects.toMatchObject({ reason: "currentPasswordWrong" });
    await changePassword(person, { currentPassword: PASSWORD, newPassword });
    expect(await findSession(runtime, sessionToken, new Date())).toBeNull();
    await enter(email, newPassword);
  });

  it("ends every session of a person when an admin says so, and only then", async () => {
    const { email, id } = await newPerson();
    const { sessionToken } = await enter(email, PASSWORD);
    const operator = contextFor(runtime, { kind: "user", id, name: "陈伟", role: "operator" });
    await expect(endSessions(operator, { userId: id })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await findSession(runtime, sessionToken, new Date())).not.toBeNull();
    await endSessions(admin, { userId: id });
    expect(await findSession(runtime, sessionToken, new Date())).toBeNull();
  });

  it("keeps neither passwords nor tokens in the log", async () => {
    const entries = JSON.stringify(await runtime.db.auditEntry.findMany({ omit: { seq: true } }));
    expect(entries).not.toContain(PASSWORD);
  });
});
