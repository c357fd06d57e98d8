import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import type { Context } from "@/lib/core/context";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { API_KEYS_MAX } from "@/lib/people/api-key-schema";
import type { MakeApiKeyInput } from "@/lib/people/api-key-schema";
import { changeRole } from "@/lib/people/change-role";
import { disablePerson } from "@/lib/people/disable-person";
import { enablePerson } from "@/lib/people/enable-person";
import { findApiKey } from "@/lib/people/find-api-key";
import { listAllApiKeys } from "@/lib/people/list-all-api-keys";
import { listApiKeys } from "@/lib/people/list-api-keys";
import { listMembers } from "@/lib/people/list-members";
import { listPeople } from "@/lib/people/list-people";
import { makeApiKey } from "@/lib/people/make-api-key";
import { removeExpiredSessions } from "@/lib/people/remove-expired-sessions";
import { revokeApiKey } from "@/lib/people/revoke-api-key";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { asKeyHolder } from "@/lib/web/as-key-holder";
import { jobContext } from "@/lib/worker/job-context";

const DAY_MS = 24 * 60 * 60 * 1_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 3, 0, seconds));

let runtime: Runtime;
let admin: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

const make = (ctx: Context, input: Partial<MakeApiKeyInput> = {}) =>
  makeApiKey(ctx, { name: "Excel", scopes: ["codes:read"], days: null, ...input });

/** As a route handler sees a request of nobody with this in its header. */
function asked(authorization: string, address: string = randomUUID()): Promise<Context> {
  const nobody = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
  const request = new Request("http://desk/api/codes/export", { headers: { authorization } });
  return asKeyHolder({ ...nobody, address }, request);
}

describe("an API key", () => {
  it("lets a program act for its person, within its scopes", async () => {
    const operator = await asPerson(runtime, "operator");
    const { key } = await make(operator, { scopes: ["codes:read", "audit:read"] });
    expect(key).toMatch(/^mk_[A-Za-z0-9_-]{43}$/);
    const holder = await asked(`Bearer ${key}`);
    expect(holder.actor).toMatchObject({ kind: "user", id: operator.actor.id, role: "operator" });
    expect(holder.actor).not.toHaveProperty("sessionId");
    expect(await listMiniPrograms(holder)).toEqual([]);
    expect(await listPeople(holder)).not.toEqual([]);
    const narrow = await asked(`Bearer ${(await make(operator, { scopes: ["audit:read"] })).key}`);
    await expect(listMiniPrograms(narrow)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listApiKeys(holder)).rejects.toMatchObject({ code: "forbidden" });
    await expect(make(holder)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("can be given no more than its maker may do, nor gain it later", async () => {
    const marketing = await asPerson(runtime, "marketing");
    await expect(make(marketing, { scopes: ["codes:mint"] })).rejects.toMatchObject({
      code: "forbidden",
      values: { permission: "codes:mint" },
    });
    const operator = await asPerson(runtime, "operator");
    const { key } = await make(operator, { scopes: ["campaigns:write"] });
    await changeRole(admin, { userId: String(operator.actor.id), role: "marketing" });
    const holder = await asked(`Bearer ${key}`);
    expect(holder.actor).toMatchObject({ role: "marketing" });
    await expect(listCampaigns(holder)).resolves.toBeDefined();
    const limited = {
      ...admin,
      actor: { ...admin.actor, limitedTo: ["account:write"] },
    } as Context;
    await expect(make(limited)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("stops with its expiry, its revocation and its person, at once", async () => {
    const operator = await asPerson(runtime, "operator");
    const userId = String(operator.actor.id);
    const { key, expiresAt } = await make(operator, { days: 30 });
    const until = expiresAt?.getTime() ?? 0;
    expect(await findApiKey(runtime, key, new Date(until - 1))).not.toBeNull();
    expect(await findApiKey(runtime, key, new Date(until))).toBeNull();
    await disablePerson(admin, { userId });
    await expect(asked(`Bearer ${key}`)).rejects.toMatchObject({ code: "not_signed_in" });
    await enablePerson(admin, { userId });
    await asked(`Bearer ${key}`);
    const [row] = await listApiKeys(operator);
    await revokeApiKey(operator, { keyId: String(row?.id) });
    await revokeApiKey(operator, { keyId: String(row?.id) });
    await expect(asked(`Bearer ${key}`)).rejects.toMatchObject({ code: "not_signed_in" });
    expect(await listApiKeys(operator)).toMatchObject([{ state: "revoked" }]);
    const where = { targetId: String(row?.id) };
    const entries = await runtime.db.auditEntry.findMany({ where, orderBy: { seq: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual(["api_key.made", "api_key.revoked"]);
  });

  it("is anonymous when it is wrong, whatever else the request carries", async () => {
    const operator = await asPerson(runtime, "operator");
    for (const text of [`mk_${"x".repeat(43)}`, "mk_short", `mk_${"x".repeat(5_000)}`]) {
      const request = new Request("http://desk/", { headers: { authorization: `Bearer ${text}` } });
      await expect(
        asKeyHolder({ ...operator, address: randomUUID() }, request),
      ).rejects.toMatchObject({ code: "not_signed_in" });
    }
    const foreign = new Request("http://desk/", { headers: { authorization: "Bearer eyJhbGci" } });
    expect(await asKeyHolder(operator, foreign)).toBe(operator);
    expect(await asKeyHolder(operator, new Request("http://desk/"))).toBe(operator);
  });

  it("stops an address that tries keys, but not whoever has a good one there", async () => {
    const { key } = await make(await asPerson(runtime, "operator"));
    const address = randomUUID();
    const guesses = Array.from({ length: 31 }, (_, index) =>
      asked(`Bearer mk_${String(index).padStart(43, "x")}`, address),
    );
    const codes = (await Promise.allSettled(guesses)).map((outcome) =>
      outcome.status === "rejected" ? String(outcome.reason.code) : "in",
    );
    expect(codes.filter((code) => code === "not_signed_in")).toHaveLength(30);
    expect(codes.filter((code) => code === "throttled")).toHaveLength(1);
    expect((await asked(`Bearer ${key}`, address)).actor.kind).toBe("user");
  });

  it("tells when it was last used, to the minute", async () => {
    const operator = await asPerson(runtime, "operator");
    const { key } = await make(operator);
    const lastUsed = async () => (await listApiKeys(operator))[0]?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    for (const [seconds, kept] of [
      [0, 0],
      [59, 0],
      [61, 61],
    ] as const) {
      await findApiKey(runtime, key, at(seconds));
      expect(await lastUsed()).toEqual(at(kept));
    }
  });

  it("is shown once: the database and the log know its hash and its beginning", async () => {
    const operator = await asPerson(runtime, "operator");
    const { key } = await make(operator);
    const kept = JSON.stringify(await runtime.db.apiKey.findMany());
    const log = JSON.stringify(await runtime.db.auditEntry.findMany({ omit: { seq: true } }));
    expect(kept + log).not.toContain(key);
    expect(await listApiKeys(operator)).toMatchObject([{ prefix: key.slice(0, 9) }]);
  });

  it("is one of so many of a person, also when they are made at the same time", async () => {
    const operator = await asPerson(runtime, "operator");
    const outcomes = await Promise.allSettled(
      Array.from({ length: API_KEYS_MAX + 3 }, () => make(operator)),
    );
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(3);
    await expect(make(operator)).rejects.toMatchObject({ reason: "apiKeysMany" });
    const [row] = await listApiKeys(operator);
    await revokeApiKey(operator, { keyId: String(row?.id) });
    await make(operator);
  });

  it("is listed and revoked by its person and by administrators, and for others does not exist", async () => {
    const [one, other] = [await asPerson(runtime, "operator"), await asPerson(runtime, "operator")];
    const { keyId } = await make(one);
    expect(await listApiKeys(other)).toEqual([]);
    await expect(revokeApiKey(other, { keyId })).rejects.toMatchObject({ code: "not_found" });
    await expect(listAllApiKeys(other)).rejects.toMatchObject({ code: "forbidden" });
    expect(await listAllApiKeys(admin)).toContainEqual(
      expect.objectContaining({ id: keyId, userId: one.actor.id, state: "working" }),
    );
    await revokeApiKey(admin, { keyId });
    expect(await listApiKeys(one)).toMatchObject([{ state: "revoked" }]);
    const member = (await listMembers(admin)).find(({ id }) => id === one.actor.id);
    expect(member?.apiKeyCount).toBe(0);
  });

  it("needs a name, a scope and a sensible life", async () => {
    for (const [input, reason] of [
      [{ name: " " }, "apiKeyNameMissing"],
      [{ scopes: [] }, "apiKeyScopesNone"],
      [{ days: 0 }, "apiKeyDays"],
      [{ days: 731 }, "apiKeyDays"],
    ] as const) {
      const wanted = { name: "Excel", scopes: ["codes:read" as const], days: null };
      await expect(makeApiKey(admin, { ...wanted, ...input } as MakeApiKeyInput)).rejects.toThrow(
        reason,
      );
    }
  });
});

it("forgets sessions, links and keys 90 days after their end, and nothing that still works", async () => {
  const own = await openTestRuntime();
  const boss = await asPerson(own, "admin");
  const userId = String(boss.actor.id);
  const [forever, kept, ended] = [
    await make(boss),
    await make(boss, { days: 30 }),
    await make(boss, { days: 1 }),
  ];
  await own.db.session.createMany({
    data: [1, 40].map((days) => ({
      userId,
      tokenHash: randomUUID(),
      address: "192.0.2.1",
      userAgent: "vitest",
      expiresAt: inDays(days),
    })),
  });
  await own.db.accountLink.createMany({
    data: [1, 40].map((days) => ({
      kind: "reset" as const,
      tokenHash: randomUUID(),
      userId,
      createdById: userId,
      createdBy: "林悦",
      createdAt: new Date(),
      expiresAt: inDays(days),
    })),
  });
  await removeExpiredSessions({ ...jobContext(own, "tidy up"), now: () => inDays(100) });
  expect(await own.db.session.count()).toBe(1);
  expect(await own.db.accountLink.count()).toBe(1);
  const keys = (await own.db.apiKey.findMany()).map(({ id }) => id);
  expect(keys).toEqual(expect.arrayContaining([forever.keyId, kept.keyId]));
  expect(keys).not.toContain(ended.keyId);
  await expect(removeExpiredSessions(boss)).rejects.toMatchObject({ code: "forbidden" });
  await own.close();
});
