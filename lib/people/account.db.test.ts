import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { chooseLocale } from "@/lib/people/choose-locale";
import { endMyOtherSessions } from "@/lib/people/end-my-other-sessions";
import { endMySession } from "@/lib/people/end-my-session";
import { findSession } from "@/lib/people/find-session";
import { getAccount } from "@/lib/people/get-account";
import { listMySessions } from "@/lib/people/list-my-sessions";
import { hashSessionToken } from "@/lib/people/session-token";
import { updateProfile } from "@/lib/people/update-profile";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

async function signedIn(ctx: Context): Promise<{ token: string; ctx: Context }> {
  if (ctx.actor.kind !== "user") throw new Error("a person");
  const token = randomUUID();
  const { id: sessionId } = await runtime.db.session.create({
    data: {
      userId: ctx.actor.id,
      tokenHash: hashSessionToken(token),
      address: "192.0.2.1",
      userAgent: "vitest",
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  return { token, ctx: { ...ctx, actor: { ...ctx.actor, sessionId } } };
}

const seen = (token: string) => findSession(runtime, token, new Date());
const entriesOf = (ctx: Context) =>
  runtime.db.auditEntry.findMany({
    where: { targetId: ctx.actor.id },
    orderBy: { seq: "asc" },
  });
const nobody = () => contextFor(runtime, { kind: "anonymous", id: null, name: "—" });

describe("one's own profile", () => {
  it("keeps name, language, zone and appearance, and the session knows them", async () => {
    const me = await asPerson(runtime, "marketing");
    const { token } = await signedIn(me);
    const profile = {
      name: "周小敏",
      locale: "en",
      timeZone: "America/New_York",
      theme: "dark",
    } as const;
    await updateProfile(me, profile);
    expect(await getAccount(me)).toMatchObject({ ...profile, hasPassword: true });
    expect(await seen(token)).toMatchObject(profile);
    const before = (await entriesOf(me)).length;
    await updateProfile(me, profile);
    expect(await entriesOf(me)).toHaveLength(before);
    await updateProfile(me, { ...profile, timeZone: null });
    expect((await entriesOf(me)).at(-1)).toMatchObject({
      action: "user.profile_changed",
      changes: { timeZone: { from: "America/New_York", to: null } },
    });
  });

  it("takes no zone that is not one, and no empty name", async () => {
    const me = await asPerson(runtime, "operator");
    const profile = { name: "Chen Wei", locale: null, timeZone: null, theme: null };
    for (const timeZone of ["Mars/Olympus", "+08:00", "", "Asia/Shanghai; DROP"]) {
      await expect(updateProfile(me, { ...profile, timeZone })).rejects.toThrow("timeZoneUnknown");
    }
    await expect(updateProfile(me, { ...profile, name: " " })).rejects.toThrow("personNameMissing");
    await expect(updateProfile(nobody(), profile)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    await expect(getAccount(nobody())).rejects.toMatchObject({ code: "not_signed_in" });
  });

  it("follows a language chosen elsewhere only when it names one", async () => {
    const me = await asPerson(runtime, "operator");
    await chooseLocale(me, { locale: "en" });
    expect(await getAccount(me)).toMatchObject({ locale: null });
    expect(await entriesOf(me)).toEqual([]);
    const profile = { name: "Chen Wei", locale: "zh-CN", timeZone: null, theme: null } as const;
    await updateProfile(me, profile);
    await chooseLocale(me, { locale: "en" });
    expect(await getAccount(me)).toMatchObject({ locale: "en" });
    await expect(chooseLocale(nobody(), { locale: "en" })).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });
});

describe("one's own sessions", () => {
  it("are listed with the one that asks first, without those that are over", async () => {
    const me = await asPerson(runtime, "operator");
    const here = await signedIn(me);
    const there = await signedIn(me);
    const over = await signedIn(me);
    await runtime.db.session.updateMany({
      where: { tokenHash: hashSessionToken(over.token) },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    const rows = await listMySessions(here.ctx);
    expect(rows.map(({ isThis }) => isThis)).toEqual([true, false]);
    expect(JSON.stringify(rows)).not.toContain(hashSessionToken(there.token));
    await expect(listMySessions(nobody())).rejects.toMatchObject({ code: "not_signed_in" });
  });

  it("end one by one, and those of others never", async () => {
    const me = await asPerson(runtime, "operator");
    const other = await signedIn(await asPerson(runtime, "admin"));
    const [here, there] = [await signedIn(me), await signedIn(me)];
    const [, row] = await listMySessions(here.ctx);
    const sessionId = String(row?.id);
    await endMySession(here.ctx, { sessionId });
    await endMySession(here.ctx, { sessionId });
    expect(await seen(there.token)).toBeNull();
    expect(await seen(here.token)).not.toBeNull();
    expect(await entriesOf(me)).toHaveLength(1);
    const [foreign] = await listMySessions(other.ctx);
    await expect(endMySession(here.ctx, { sessionId: String(foreign?.id) })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await seen(other.token)).not.toBeNull();
  });

  it("end all but the one that asks", async () => {
    const me = await asPerson(runtime, "marketing");
    const [here, there, elsewhere] = [await signedIn(me), await signedIn(me), await signedIn(me)];
    const bystander = await signedIn(await asPerson(runtime, "marketing"));
    expect(await endMyOtherSessions(here.ctx)).toEqual({ endedCount: 2 });
    expect(await endMyOtherSessions(here.ctx)).toEqual({ endedCount: 0 });
    expect([await seen(there.token), await seen(elsewhere.token)]).toEqual([null, null]);
    expect(await seen(here.token)).not.toBeNull();
    expect(await seen(bystander.token)).not.toBeNull();
    expect(await entriesOf(me)).toHaveLength(1);
  });
});
