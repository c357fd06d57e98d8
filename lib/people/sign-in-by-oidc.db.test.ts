import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context, Role } from "@/lib/core/context";
import { disablePerson } from "@/lib/people/disable-person";
import { findSession } from "@/lib/people/find-session";
import { hashPassword } from "@/lib/people/hash-password";
import { signIn } from "@/lib/people/sign-in";
import { signInByOidc } from "@/lib/people/sign-in-by-oidc";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

const ISSUER = "https://id.example.com";
const OIDC = {
  OIDC_ISSUER: ISSUER,
  OIDC_CLIENT_ID: "mintdesk",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_NAME: "Company account",
  OIDC_ROLES: "admin=desk-admins,operator=desk-ops,marketing=desk-readers",
};
let runtime: Runtime;
let admin: Context;

beforeAll(async () => {
  runtime = await openTestRuntime(OIDC);
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

function stranger(): Context {
  const nobody = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
  return { ...nobody, address: randomUUID() };
}

interface Told {
  issuer?: string;
  subject?: string;
  email?: string | null;
  emailVerified?: boolean;
  roles?: string[];
}

const come = (told: Told, ctx = stranger()) =>
  signInByOidc(ctx, {
    issuer: ISSUER,
    subject: randomUUID(),
    email: `${randomUUID()}@example.com`,
    emailVerified: true,
    name: "陈伟",
    claims: { roles: told.roles ?? ["desk-ops"] },
    userAgent: "vitest",
    ...told,
  });

async function withPassword(role: Role = "operator", password = "mangrove-kettle-orbit") {
  const email = `${randomUUID()}@example.com`;
  const passwordHash = await hashPassword(password);
  return runtime.db.user.create({ data: { email, name: "周敏", role, passwordHash } });
}

const actionsOf = async (userId: string) =>
  (
    await runtime.db.auditEntry.findMany({ where: { targetId: userId }, orderBy: { seq: "asc" } })
  ).map(({ action }) => action);

describe("who comes by the identity provider", () => {
  it("gets an account with the role of the claim, and the same one next time", async () => {
    const subject = randomUUID();
    const first = await come({ subject });
    const again = await come({ subject, email: null, emailVerified: false });
    expect(again.userId).toBe(first.userId);
    expect(await findSession(runtime, again.sessionToken, new Date())).toMatchObject({
      role: "operator",
      name: "陈伟",
    });
    expect(await actionsOf(first.userId)).toEqual([
      "user.joined",
      "user.signed_in",
      "user.signed_in",
    ]);
  });

  it("gets the account with their verified mail, which no other identity gets afterwards", async () => {
    const { id, email } = await withPassword();
    const subject = randomUUID();
    const { userId } = await come({ subject, email: email.toUpperCase() });
    expect(userId).toBe(id);
    expect(await actionsOf(id)).toContain("user.profile_changed");
    expect((await come({ subject, email: null })).userId).toBe(id);
    await expect(come({ email })).rejects.toMatchObject({ reason: "oidcMailTaken" });
  });

  it("gets no account by a mail nobody has verified, and none without a mail", async () => {
    const { email } = await withPassword();
    await expect(come({ email, emailVerified: false })).rejects.toMatchObject({
      reason: "oidcMailUnverified",
    });
    await expect(come({ email: null })).rejects.toMatchObject({ reason: "oidcNoMail" });
    await expect(come({ email: "not a mail" })).rejects.toMatchObject({ reason: "oidcNoMail" });
  });

  it("is made once when they come twice at the same moment", async () => {
    const told = { subject: randomUUID(), email: `${randomUUID()}@example.com` };
    const came = await Promise.all(Array.from({ length: 6 }, () => come(told)));
    expect(new Set(came.map(({ userId }) => userId)).size).toBe(1);
  });

  it("is refused without a role, from another issuer, and when disabled; each stands in the log", async () => {
    const subject = randomUUID();
    const email = `${randomUUID()}@example.com`;
    await expect(come({ subject, email, roles: ["others"] })).rejects.toMatchObject({
      code: "forbidden",
      reason: "oidcNoRole",
    });
    await expect(come({ issuer: "https://elsewhere.example.com" })).rejects.toMatchObject({
      reason: "oidcOff",
    });
    const { userId } = await come({ subject, email });
    await disablePerson(admin, { userId });
    await expect(come({ subject, email })).rejects.toMatchObject({ reason: "oidcDisabled" });
    const where = { action: "user.sign_in_failed", targetLabel: email };
    expect(await runtime.db.auditEntry.count({ where })).toBe(2);
  });

  it("does not revive a disabled account by its mail", async () => {
    const { id, email } = await withPassword();
    await disablePerson(admin, { userId: id });
    await expect(come({ email })).rejects.toMatchObject({ reason: "oidcDisabled" });
    const { oidcSubject } = await runtime.db.user.findUniqueOrThrow({ where: { id } });
    expect(oidcSubject).toBeNull();
  });

  it("is refused where no provider is set up", async () => {
    const plain = await openTestRuntime();
    const ctx = contextFor(plain, { kind: "anonymous", id: null, name: "—" });
    await expect(come({}, ctx)).rejects.toMatchObject({ reason: "oidcOff" });
    await plain.close();
  });
});

describe("the role of the claim", () => {
  it("is followed at each sign-in, as the provider's act", async () => {
    const subject = randomUUID();
    const { userId } = await come({ subject, roles: ["desk-readers"] });
    const { sessionToken } = await come({ subject, roles: ["desk-readers", "desk-admins"] });
    expect(await findSession(runtime, sessionToken, new Date())).toMatchObject({ role: "admin" });
    const [entry] = await runtime.db.auditEntry.findMany({
      where: { targetId: userId, action: "user.role_changed" },
    });
    expect(entry).toMatchObject({
      actorKind: "job",
      actorName: "Company account",
      changes: { role: { from: "marketing", to: "admin" } },
    });
  });

  it("does not take the last administrator away", async () => {
    const lonely = await openTestRuntime(OIDC);
    const ctx = contextFor(lonely, { kind: "anonymous", id: null, name: "—" });
    const subject = randomUUID();
    await come({ subject, roles: ["desk-admins"] }, ctx);
    const { sessionToken } = await come({ subject, roles: ["desk-readers"] }, ctx);
    expect(await findSession(lonely, sessionToken, new Date())).toMatchObject({ role: "admin" });
    await asPerson(lonely, "admin");
    const later = await come({ subject, roles: ["desk-readers"] }, ctx);
    expect(await findSession(lonely, later.sessionToken, new Date())).toMatchObject({
      role: "marketing",
    });
    await lonely.close();
  });
});

describe("with passwords switched off", () => {
  it("only administrators get in by one", async () => {
    const strict = await openTestRuntime({ ...OIDC, OIDC_PASSWORDS: "off" });
    const ctx = contextFor(strict, { kind: "anonymous", id: null, name: "—" });
    const password = "mangrove-kettle-orbit";
    const passwordHash = await hashPassword(password);
    for (const role of ["admin", "operator"] as const) {
      const email = `${role}@example.com`;
      await strict.db.user.create({ data: { email, name: role, role, passwordHash } });
      const entering = signIn(ctx, { email, password, userAgent: "vitest" });
      if (role === "admin") await entering;
      else await expect(entering).rejects.toMatchObject({ reason: "passwordsOff" });
    }
    await strict.close();
  });
});
