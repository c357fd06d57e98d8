import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { Context } from "@/lib/core/context";
import { acceptInvite } from "@/lib/people/accept-invite";
import { createUser } from "@/lib/people/create-user";
import { disablePerson } from "@/lib/people/disable-person";
import { findAccountLink } from "@/lib/people/find-account-link";
import { invitePerson } from "@/lib/people/invite-person";
import { listInvites } from "@/lib/people/list-invites";
import { revokeInvite } from "@/lib/people/revoke-invite";
import { signIn } from "@/lib/people/sign-in";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

const PASSWORD = "kite-Lantern-7-oyster";
const DAY_MS = 24 * 60 * 60 * 1_000;

const mails: string[] = [];
let isRefusing = false;
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      if (isRefusing) return done(new Error("try later"));
      mails.push(Buffer.concat(chunks).toString("utf8"));
      return done();
    });
  },
});

let runtime: Runtime;
let admin: Context;
beforeAll(async () => {
  runtime = await openTestRuntime({ MINTDESK_URL: "https://desk.example.com" });
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

function stranger(now?: () => Date): Context {
  const nobody = { kind: "anonymous", id: null, name: "—" } as const;
  return { ...contextFor(runtime, nobody, now), address: randomUUID() };
}

const newMail = () => `${randomUUID()}@example.com`;
const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

async function invite(email = newMail(), ctx = admin) {
  const made = await invitePerson(ctx, { email, name: "周敏", role: "marketing", days: 7 });
  return { ...made, email, token: tokenOf(made.url) };
}

const accept = (token: string, ctx = stranger()) =>
  acceptInvite(ctx, { token, name: "周小敏", password: PASSWORD });

describe("an invite", () => {
  it("makes the account it is for, with its role, and the person signs in", async () => {
    const { token, email, url, isMailed } = await invite();
    expect(url).toBe(`https://desk.example.com/invite/${token}`);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(isMailed).toBeNull();
    expect(await findAccountLink(stranger(), { token })).toMatchObject({
      kind: "invite",
      email,
      name: "周敏",
      role: "marketing",
      createdBy: "林悦",
    });
    const { userId } = await accept(token);
    const user = await runtime.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user).toMatchObject({ email, name: "周小敏", role: "marketing" });
    const signedIn = await signIn(stranger(), { email, password: PASSWORD, userAgent: "vitest" });
    expect(signedIn.userId).toBe(userId);
    const joined = await runtime.db.auditEntry.findFirstOrThrow({
      where: { action: "user.joined", actorId: userId },
    });
    expect(joined.details).toEqual({ role: "marketing", by: "invite" });
  });

  it("works once, also for two who open it at the same time", async () => {
    const { token, email } = await invite();
    const outcomes = await Promise.allSettled([accept(token), accept(token), accept(token)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") continue;
      expect(outcome.reason).toMatchObject({ code: "not_found", reason: "accountLinkGone" });
    }
    expect(await runtime.db.user.count({ where: { email } })).toBe(1);
    await expect(accept(token)).rejects.toMatchObject({ reason: "accountLinkGone" });
  });

  it("gives the same answer when it expired, was withdrawn, was used or never was", async () => {
    const [expired, revoked, used] = [await invite(), await invite(), await invite()];
    await revokeInvite(admin, { linkId: revoked.linkId });
    await accept(used.token);
    const later = stranger(() => new Date(Date.now() + 7 * DAY_MS + 1_000));
    for (const [ctx, token] of [
      [later, expired.token],
      [stranger(), revoked.token],
      [stranger(), used.token],
      [stranger(), "x".repeat(43)],
    ] as const) {
      expect(await findAccountLink(ctx, { token })).toBeNull();
      await expect(accept(token, ctx)).rejects.toMatchObject({
        code: "not_found",
        reason: "accountLinkGone",
        values: {},
      });
    }
    const states = (await listInvites({ ...admin, now: later.now })).map(({ id, state }) => [
      id,
      state,
    ]);
    expect(states).toEqual(
      expect.arrayContaining([
        [expired.linkId, "expired"],
        [revoked.linkId, "revoked"],
        [used.linkId, "used"],
      ]),
    );
  });

  it("takes the place of an earlier one to the same mail, also under a race", async () => {
    const email = newMail();
    const first = await invite(email);
    await Promise.all([invite(email), invite(email.toUpperCase()), invite(email)]);
    expect(await findAccountLink(stranger(), { token: first.token })).toBeNull();
    const open = (await listInvites(admin)).filter(
      (row) => row.email === email && row.state === "open",
    );
    expect(open).toHaveLength(1);
  });

  it("is refused for a mail that has an account, when it is made and when it is accepted", async () => {
    const { email, token } = await invite();
    await createUser(admin, { email, name: "周敏", role: "operator", password: PASSWORD });
    await expect(invite(email)).rejects.toMatchObject({ reason: "emailTaken", field: "email" });
    await expect(accept(token)).rejects.toMatchObject({ reason: "inviteEmailTaken" });
  });

  it("is made, listed and withdrawn by administrators only", async () => {
    const { linkId } = await invite();
    for (const role of ["operator", "marketing"] as const) {
      const person = await asPerson(runtime, role);
      await expect(invite(newMail(), person)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listInvites(person)).rejects.toMatchObject({ code: "forbidden" });
      await expect(revokeInvite(person, { linkId })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(revokeInvite(admin, { linkId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("ends with the administrator who made it, and says so in the log", async () => {
    const rogue = await asPerson(runtime, "admin");
    const { token, linkId } = await invite(newMail(), rogue);
    await disablePerson(admin, { userId: String(rogue.actor.id) });
    await expect(accept(token)).rejects.toMatchObject({ reason: "accountLinkGone" });
    const where = { action: "user.invite_revoked", targetId: linkId };
    expect(await runtime.db.auditEntry.count({ where })).toBe(1);
  });

  it("leaves neither its token nor a password in the database or the log", async () => {
    const { token } = await invite();
    const links = JSON.stringify(await runtime.db.accountLink.findMany());
    const entries = JSON.stringify(await runtime.db.auditEntry.findMany({ omit: { seq: true } }));
    expect(links + entries).not.toContain(token);
    expect(links + entries).not.toContain(PASSWORD);
    expect(await verifyChain(admin)).toMatchObject({ intact: true });
  });

  it("stops an address that tries tokens, but not whoever holds a good one there", async () => {
    const { token } = await invite();
    const ctx = stranger();
    const tries = Array.from({ length: 31 }, () => findAccountLink(ctx, { token: randomUUID() }));
    const outcomes = await Promise.allSettled(tries);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toEqual([
      { status: "rejected", reason: expect.objectContaining({ code: "throttled" }) },
    ]);
    expect(await findAccountLink(ctx, { token })).not.toBeNull();
  });
});

describe("the mail with an invite", () => {
  let desk: Runtime;
  let boss: Context;
  beforeAll(async () => {
    await new Promise<void>((resolve) => mailServer.listen(0, "127.0.0.1", resolve));
    const { port } = mailServer.server.address() as AddressInfo;
    desk = await openTestRuntime({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    boss = await asPerson(desk, "admin");
  });
  afterAll(async () => {
    await desk.close();
    await new Promise<void>((resolve) => mailServer.close(resolve));
  });

  it("carries the address in both languages", async () => {
    const { url, isMailed } = await invite(newMail(), boss);
    expect(isMailed).toBe(true);
    const [, body = ""] = (mails.at(-1) ?? "").split("\r\n\r\n");
    const text = Buffer.from(body, "base64").toString("utf8");
    expect(text).toContain(url);
    expect(text).toContain("林悦 邀请你加入码台");
    expect(text).toContain("林悦 invites you to Mintdesk");
  });

  it("that the mail server refuses leaves an invite that works, and says so", async () => {
    isRefusing = true;
    const { isMailed } = await invite(newMail(), boss);
    expect(isMailed).toBe(false);
    expect(await listInvites(boss)).toContainEqual(expect.objectContaining({ state: "open" }));
  });
});
