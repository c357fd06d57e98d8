import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintCode } from "@/lib/codes/mint-code";
import { checkCredentials } from "@/lib/mini-programs/check-credentials";
import { finishAuthorization } from "@/lib/mini-programs/finish-authorization";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { getTokenHealth } from "@/lib/mini-programs/get-token-health";
import { listAuthorized } from "@/lib/mini-programs/list-authorized";
import { startAuthorization } from "@/lib/mini-programs/start-authorization";
import { getPlatform } from "@/lib/platforms/get-platform";
import { registerPlatform } from "@/lib/platforms/register-platform";
import { requestTickets } from "@/lib/platforms/request-tickets";
import { updatePlatform } from "@/lib/platforms/update-platform";
import { BUILT_IN_COMPONENT } from "@/lib/sandbox/account";
import { openPushReceiver } from "@/lib/testing/push-receiver";
import type { PushReceiver } from "@/lib/testing/push-receiver";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
let receiver: PushReceiver;
let platformId: string;
beforeAll(async () => {
  receiver = await openPushReceiver();
  desk = await openSandboxDesk({ MINTDESK_URL: receiver.url });
  receiver.serve(desk.runtime);
  const { id } = await registerPlatform(
    desk.admin,
    {
      name: "点单服务商",
      componentAppId: BUILT_IN_COMPONENT.appid,
      componentSecret: BUILT_IN_COMPONENT.secret,
      pushToken: BUILT_IN_COMPONENT.token,
      encodingKey: BUILT_IN_COMPONENT.encodingAesKey,
    },
    { isSandbox: true },
  );
  platformId = id;
});
afterAll(async () => {
  await desk.close();
  receiver.close();
});

const hex = (bytes: number) => randomBytes(bytes).toString("hex");
const home = `/components/${BUILT_IN_COMPONENT.appid}`;

async function control(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${desk.sandbox.url}/__sandbox${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

function newAccount(): string {
  const account = { appid: `wx${hex(8)}`, secret: hex(16), publishedPages: ["pages/index/index"] };
  desk.sandbox.state.createAccount(account);
  return account.appid;
}

async function untilTicket(): Promise<void> {
  await requestTickets(desk.admin, { id: platformId });
  await expect
    .poll(async () => (await getPlatform(desk.admin, { id: platformId })).hasTicket)
    .toBe(true);
}

/** The owner's consent on WeChat's page, and the way back to the desk. */
async function authorise(appid: string, sets = [17, 18]) {
  const { url } = await startAuthorization(desk.admin, { platformId, miniProgramId: null });
  const page = new URL(url);
  const back = new URL(page.searchParams.get("redirect_uri") ?? "");
  const consent = { appid, sets, preAuthCode: page.searchParams.get("pre_auth_code") };
  const { authorizationCode } = await control(`${home}/authorise`, consent);
  return {
    platformId,
    authorizationCode: String(authorizationCode),
    state: back.searchParams.get("state") ?? "",
  };
}

const idOf = async (wechatAppId: string) =>
  (await desk.runtime.db.miniProgram.findUniqueOrThrow({ where: { wechatAppId } })).id;

describe("a third-party platform", () => {
  it("says in words that it has no ticket yet, and works once one was pushed", async () => {
    await expect(
      startAuthorization(desk.admin, { platformId, miniProgramId: null }),
    ).rejects.toMatchObject({ reason: "wechatProblem" });
    await untilTicket();
    const { url, until } = await startAuthorization(desk.admin, {
      platformId,
      miniProgramId: null,
    });
    expect(url).toContain(`${desk.sandbox.url}/cgi-bin/componentloginpage?`);
    expect(until.getTime()).toBeGreaterThan(Date.now());
  });

  it("connects a mini program nobody knew, mints for it, and ends with the consent", async () => {
    await untilTicket();
    const appid = newAccount();
    const back = await authorise(appid);
    const { miniProgramId } = await finishAuthorization(desk.admin, back);
    // Page and push bring the same code; both were heard and one row came of it.
    expect(miniProgramId).toBe(await idOf(appid));
    expect(receiver.answers).not.toContain("Error");
    expect(await desk.runtime.db.platformAuthorization.count({ where: { miniProgramId } })).toBe(1);
    expect(await getMiniProgram(desk.operator, { id: miniProgramId })).toMatchObject({
      wechatAppId: appid,
      tokenSource: "platform",
      isSandbox: true,
    });

    expect(await listAuthorized(desk.marketing, { id: platformId })).toMatchObject([
      { id: miniProgramId, wechatAppId: appid, permissionSets: [17, 18], withdrawnAt: null },
    ]);

    const minted = await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId }));
    expect(minted.code.status).toBe("minted");
    const health = await getTokenHealth(desk.marketing, { id: miniProgramId });
    expect(health).toMatchObject({ platform: { mayMint: true, withdrawnAt: null }, failures: [] });
    expect(health.token?.expiresAt.getTime()).toBeGreaterThan(Date.now());

    await control(`${home}/unauthorise`, { appid });
    expect((await getTokenHealth(desk.operator, { id: miniProgramId })).platform).toMatchObject({
      withdrawnAt: expect.any(Date),
    });
    const refused = await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId }));
    expect(refused.code).toMatchObject({
      status: "refused",
      failure: { why: "not_sent:withdrawn", quotaUsed: "no" },
    });
    expect(refused.code.failure?.words.zh.fix).toContain("授权");
  });

  it("keeps the refresh token that came with every token", async () => {
    await untilTicket();
    const appid = newAccount();
    const { miniProgramId } = await finishAuthorization(desk.admin, await authorise(appid));
    const stored = async () =>
      (await desk.runtime.db.platformAuthorization.findUniqueOrThrow({ where: { miniProgramId } }))
        .refreshTokenCiphertext;
    const before = await stored();
    expect(await checkCredentials(desk.admin, { id: miniProgramId })).toEqual({ accepted: true });
    expect(await stored()).not.toBe(before);
    expect(await checkCredentials(desk.admin, { id: miniProgramId })).toEqual({ accepted: true });
  });

  it("explains a consent without set 17, and takes the wider one from the push", async () => {
    await untilTicket();
    const appid = newAccount();
    const { miniProgramId } = await finishAuthorization(desk.admin, await authorise(appid, [18]));
    const health = await getTokenHealth(desk.operator, { id: miniProgramId });
    expect(health.platform).toMatchObject({ mayMint: false, permissionSets: [18] });
    const { code } = await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId }));
    expect(code).toMatchObject({ status: "refused", failure: { errcode: 61007 } });
    // Nobody comes back from the page this time: the push alone tells of the new sets.
    await authorise(appid, [17, 18]);
    await expect
      .poll(async () => (await getTokenHealth(desk.operator, { id: miniProgramId })).platform)
      .toMatchObject({ mayMint: true });
  });

  it("hears pushes under the key before, and nothing that is not signed", async () => {
    await untilTicket();
    const nextKey = hex(24).slice(0, 43);
    await updatePlatform(desk.admin, {
      id: platformId,
      name: "点单服务商",
      componentSecret: "",
      pushToken: "",
      encodingKey: nextKey,
    });
    const before = await getPlatform(desk.admin, { id: platformId });
    await control(`${home}/ticket`, {});
    expect(receiver.answers.at(-1)).toBe("success");
    const after = await getPlatform(desk.admin, { id: platformId });
    expect(after.ticketAt?.getTime()).toBeGreaterThanOrEqual(before.ticketAt?.getTime() ?? 0);

    const forged = `${before.pushUrl}?timestamp=1&nonce=2&msg_signature=${"0".repeat(40)}`;
    const body = "<xml><AppId>x</AppId><Encrypt>AAAA</Encrypt></xml>";
    expect((await fetch(forged, { method: "POST", body })).status).toBe(500);
    expect(receiver.answers.at(-1)).toBe("PushRefusedError");
  });

  it("takes nobody back from WeChat who did not set out here", async () => {
    await untilTicket();
    const back = await authorise(newAccount());
    await expect(finishAuthorization(desk.operator, back)).rejects.toMatchObject({
      code: "forbidden",
    });
    const second = await authorise(newAccount());
    await expect(
      finishAuthorization(desk.admin, { ...second, state: `${back.state}x` }),
    ).rejects.toMatchObject({ reason: "authorizationStateInvalid" });
  });

  it("keeps every secret out of every table", async () => {
    const row = await desk.runtime.db.platform.findUniqueOrThrow({ where: { id: platformId } });
    const text = JSON.stringify(row);
    for (const secret of [
      BUILT_IN_COMPONENT.secret,
      BUILT_IN_COMPONENT.encodingAesKey,
      "ticket@",
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(JSON.stringify(await getPlatform(desk.admin, { id: platformId }))).not.toMatch(
      /ciphertext|secret/i,
    );
  });
});
