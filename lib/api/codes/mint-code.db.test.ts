import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { demotedKey } from "@/lib/api/codes/testing/demoted-key";
import { mintByApi } from "@/lib/api/codes/testing/mint-by-api";
import type { CodeJson } from "@/lib/api/codes/testing/mint-by-api";
import { limitedBody, unlimitedBody } from "@/lib/api/codes/testing/mint-bodies";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import type { Ask } from "@/lib/api/testing/ask-through";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { changeQuotaSettings } from "@/lib/quota/change-quota-settings";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk({ WECHAT_TIMEOUT_MS: "1000" });
  // Else one lost answer is repeated at once and comes to a good end.
  await desk.runtime.db.miniProgram.update({
    where: { id: desk.miniProgramId },
    data: { repeatUnknownLimited: false },
  });
});
afterEach(() => {
  desk.sandbox.state.faults.clear();
  desk.sandbox.state.requests.clear();
});
afterAll(() => desk.close());

const problem = async (response: Response) => (await response.json()) as Problem;
const unlimited = (changes: object = {}) => unlimitedBody(desk, changes);
const limited = (changes: object = {}) => limitedBody(desk, changes);
const mint = (body: object, options: Ask = {}) => desk.ask("POST /codes", { ...options, body });
const minted = (body: object) => mintByApi(desk, body);
const spent = async () => {
  const { quota } = await getMiniProgram(desk.admin, { id: desk.miniProgramId });
  return quota.spent + quota.reserved;
};

/** Where a refused body is at fault, and why. */
async function pointers(body: object): Promise<string[] | undefined> {
  const response = await mint(body);
  expect(response.status).toBe(422);
  return (await problem(response)).errors?.map(({ pointer, reason }) => `${pointer} ${reason}`);
}

describe("minting by the API", () => {
  it("fills in what the form fills in, and gives the code with its address", async () => {
    const response = await mint(unlimited());
    expect(response.status).toBe(201);
    const code = (await response.json()) as CodeJson;
    expect(response.headers.get("location")).toBe(`/api/v1/codes/${code.id}`);
    expect(code).toMatchObject({
      reused: false,
      status: "minted",
      target: "pages/index/index",
      width: 430,
      lineColor: "#000000",
      envVersion: "release",
      checkPath: true,
      tags: [],
      campaign: null,
      quotaSpent: 0,
    });
    expect(await (await desk.ask(`GET /codes/${code.id}`)).json()).toMatchObject({
      id: code.id,
      serial: code.serial,
      scene: code.scene,
    });
  });

  it("keeps a payload behind a generated scene", async () => {
    const payload = { shop: "朝阳", table: 3 };
    const code = await minted(unlimited({ carries: { as: "payload", payload } }));
    expect(code.payload).toEqual(payload);
    expect(code.scene).toMatch(/^[0-9A-Za-z]{20}$/);
  });

  it("spends one for A, and nothing for the same parameters again: 200 and reused", async () => {
    const before = await spent();
    const body = limited();
    const { id } = await minted(body);
    expect(await spent()).toBe(before + 1);
    const again = await mint(body);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id, reused: true, quotaSpent: 1 });
    expect(await spent()).toBe(before + 1);
  });

  it("gives the first answer to a repeat under its Idempotency-Key, refusals too", async () => {
    const headers = { "Idempotency-Key": randomUUID() };
    const body = unlimited();
    const answers = [await mint(body, { headers }), await mint(body, { headers })];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const refused = unlimited({ page: "pages/nowhere/index" });
    const key = { "Idempotency-Key": randomUUID() };
    const [first, second] = [
      await problem(await mint(refused, { headers: key })),
      await problem(await mint(refused, { headers: key })),
    ];
    expect(second).toMatchObject({ code: "wechat_refused", codeId: first.codeId });
  });

  it("mints C, and refuses what C cannot have", async () => {
    const body = limited({ kind: "WXA_QRCODE" });
    expect(await minted(body)).toMatchObject({ kind: "WXA_QRCODE", quotaSpent: 1 });
    const green = await problem(await mint({ ...body, lineColor: "#07C160" }));
    expect(green.errors).toMatchObject([{ pointer: "/lineColor", reason: "fieldUnknown" }]);
  });

  it("answers 202 while a second person has to approve, to a repeat as well", async () => {
    const { id: miniProgramId } = await ownMiniProgram(desk);
    await changeQuotaSettings(desk.admin, {
      miniProgramId,
      dailyLimit: 10_000,
      lookCounts: true,
      approvalThreshold: 0,
      callsPerMinute: 4_950,
    });
    const body = limited({ miniProgramId });
    const response = await mint(body);
    expect(response.status).toBe(202);
    const told = { status: "queued", isAwaitingApproval: true, picture: null, imageUrl: null };
    const code = (await response.json()) as CodeJson;
    expect(code).toMatchObject(told);
    expect((await mint(body)).status).toBe(202);
    expect((await desk.ask(`GET /codes/${code.id}/image`)).status).toBe(404);
  });

  it("says in the caller's language what WeChat refused, and that nothing was used", async () => {
    const before = await spent();
    desk.sandbox.state.addFault({
      endpoint: "getwxacode",
      fault: { kind: "json_as_jpeg", errcode: 40097 },
      times: 1,
    });
    const response = await mint(limited(), { headers: { "Accept-Language": "zh-CN" } });
    expect(response.status).toBe(502);
    const told = await problem(response);
    expect(told).toMatchObject({ code: "wechat_refused", reason: "codeRefused", quotaUsed: "no" });
    expect(told.detail).toMatch(/微信拒绝：[\s\S]*errcode 40097/);
    expect(await spent()).toBe(before);
    const kept = await desk.ask(`GET /codes/${told.codeId}`, {
      headers: { "Accept-Language": "en" },
    });
    expect(kept.headers.get("content-language")).toBe("en");
    const code = (await kept.json()) as CodeJson;
    expect(code).toMatchObject({ status: "refused", mayRetry: true, failure: { errcode: 40097 } });
    expect(code.failure?.cause).toMatch(/[a-z]/);
  });

  it("says that an outcome is unknown, keeps the reservation, and a retry settles it for one", async () => {
    const before = await spent();
    desk.sandbox.state.addFault({ endpoint: "getwxacode", fault: "reset", times: 1 });
    const body = limited();
    const told = await problem(await mint(body));
    expect(told).toMatchObject({ status: 502, code: "outcome_unknown", quotaUsed: "unknown" });
    expect(told.detail).toContain(`/api/v1/codes/${told.codeId}/retry`);
    expect(await spent()).toBe(before + 1);
    expect(await problem(await mint(body))).toMatchObject({ codeId: told.codeId, status: 502 });
    const settled = await desk.ask(`POST /codes/${told.codeId}/retry`);
    expect(settled.status).toBe(200);
    expect(await settled.json()).toMatchObject({ status: "minted", quotaSpent: 1, failure: null });
    expect(await spent()).toBe(before + 1);
  });

  it("points at what is wrong, and sends nothing", async () => {
    const scene = "a".repeat(33);
    expect(await pointers(unlimited({ carries: { as: "scene", scene } }))).toEqual([
      "/carries/scene sceneLong",
    ]);
    expect(await pointers(unlimited({ colour: "red" }))).toEqual(["/colour fieldUnknown"]);
    const carries = { as: "scene", scene: "t=1", payload: {} };
    expect(await pointers(unlimited({ carries }))).toEqual(["/carries/payload fieldUnknown"]);
    expect(await pointers(limited({ reason: " " }))).toEqual(["/reason reasonMissing"]);
    expect(await pointers(limited({ kind: "D" }))).toEqual(["/kind inputInvalid"]);
    expect(desk.sandbox.state.listRequests()).toHaveLength(0);
  });

  it("is for keys with the scope, of people who may mint, and for mini programs there are", async () => {
    const reader = await desk.keyOf(desk.operator, ["codes:read"]);
    expect(await problem(await mint(unlimited(), { key: reader }))).toMatchObject({
      status: 403,
      code: "forbidden",
    });
    const demoted = await demotedKey(desk);
    expect((await mint(unlimited(), { key: demoted })).status).toBe(403);
    expect((await mint(unlimited({ miniProgramId: randomUUID() }))).status).toBe(404);
    expect((await mint(unlimited({ campaignId: randomUUID() }))).status).toBe(404);
  });
});

describe("asking again", () => {
  it("answers what is minted as it is, at no cost", async () => {
    const { id } = await minted(unlimited());
    desk.sandbox.state.requests.clear();
    const response = await desk.ask(`POST /codes/${id}/retry`);
    expect([response.status, ((await response.json()) as CodeJson).attemptCount]).toEqual([200, 1]);
    expect(desk.sandbox.state.listRequests()).toHaveLength(0);
  });

  it("finds nothing where there is no code, and is no right of marketing", async () => {
    expect((await desk.ask(`POST /codes/${randomUUID()}/retry`)).status).toBe(404);
    const { id } = await minted(unlimited());
    const key = await demotedKey(desk);
    expect((await desk.ask(`POST /codes/${id}/retry`, { key })).status).toBe(403);
    const body = { label: "x" };
    expect((await desk.ask(`PATCH /codes/${id}`, { body, key })).status).toBe(403);
  });
});
