import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintCode } from "@/lib/codes/mint-code";
import { checkCredentials } from "@/lib/mini-programs/check-credentials";
import { chooseTokenSource } from "@/lib/mini-programs/choose-token-source";
import { getTokenHealth } from "@/lib/mini-programs/get-token-health";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { testTokenServer } from "@/lib/mini-programs/test-token-server";
import { updateMiniProgram } from "@/lib/mini-programs/update-mini-program";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
let tokenServer: Server;
const heard: IncomingHttpHeaders[] = [];
let account: { appid: string; secret: string; publishedPages: string[] };
beforeAll(async () => {
  // Stands for the company's own: fetches a token with a secret the desk does not know.
  tokenServer = createServer((request, response) => {
    heard.push(request.headers);
    const body = { grant_type: "client_credential", ...account };
    fetch(`${desk.sandbox.url}/cgi-bin/stable_token`, {
      method: "POST",
      body: JSON.stringify({ ...body, appid: account.appid }),
    })
      .then((answer) => answer.json())
      .then((data) => response.end(JSON.stringify({ data })))
      .catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => {
    tokenServer.listen(0, "127.0.0.1", resolve);
  });
  desk = await openSandboxDesk({ MINTDESK_TOKEN_SERVER_HOSTS: "127.0.0.1,localhost" });
});
afterAll(async () => {
  tokenServer.close();
  await desk.close();
});

const hex = (bytes: number) => randomBytes(bytes).toString("hex");
const tokenServerUrl = (host = "127.0.0.1") =>
  `http://${host}:${(tokenServer.address() as AddressInfo).port}/token`;

async function register(): Promise<string> {
  account = { appid: `wx${hex(8)}`, secret: hex(16), publishedPages: ["pages/index/index"] };
  desk.sandbox.state.createAccount(account);
  const { id } = await registerMiniProgram(
    desk.admin,
    {
      name: "春风咖啡",
      wechatAppId: account.appid,
      appSecret: account.secret,
      defaultPage: "",
      defaultWidth: 430,
      defaultLineColor: "#000000",
    },
    { isSandbox: true },
  );
  return id;
}

const mint = async (miniProgramId: string) =>
  (await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId }))).code;
const asked = (endpoint: "token" | "stable_token") =>
  desk.sandbox.state.listRequests(endpoint).filter(({ appid }) => appid === account.appid).length;

const SERVER = {
  headerName: "X-Company-Key",
  headerSecret: "company-secret",
  tokenPath: "data.access_token",
  expiryPath: "data.expires_in",
};

describe("where tokens come from", () => {
  it("is the stable endpoint, or the classic one when that is chosen", async () => {
    const id = await register();
    expect((await mint(id)).status).toBe("minted");
    expect([asked("stable_token"), asked("token")]).toEqual([1, 0]);
    await chooseTokenSource(desk.admin, { id, tokenSource: "classic", appSecret: "" });
    expect((await mint(id)).status).toBe("minted");
    expect([asked("stable_token"), asked("token")]).toEqual([1, 1]);
  });

  it("is the company's own server, which alone knows the AppSecret", async () => {
    const id = await register();
    const url = tokenServerUrl();
    expect(await testTokenServer(desk.admin, { id, url, ...SERVER })).toEqual({
      expiresInSeconds: expect.any(Number),
    });
    await chooseTokenSource(desk.admin, { id, tokenSource: "token_server", url, ...SERVER });
    expect(heard.at(-1)).toMatchObject({ "x-company-key": "company-secret" });
    expect((await mint(id)).status).toBe("minted");
    const health = await getTokenHealth(desk.operator, { id });
    expect(health.tokenServer).toEqual({
      url,
      headerName: "X-Company-Key",
      hasHeaderSecret: true,
      tokenPath: SERVER.tokenPath,
      expiryPath: SERVER.expiryPath,
    });
    const everything = JSON.stringify(await desk.runtime.db.tokenServer.findMany());
    expect(everything).not.toContain("company-secret");
  });

  it("never sends a stored header secret to another server", async () => {
    const id = await register();
    const url = tokenServerUrl();
    await chooseTokenSource(desk.admin, { id, tokenSource: "token_server", url, ...SERVER });
    const elsewhere = { id, url: tokenServerUrl("localhost"), ...SERVER, headerSecret: "" };
    await testTokenServer(desk.admin, elsewhere);
    expect(heard.at(-1)).not.toHaveProperty("x-company-key");
    await expect(
      chooseTokenSource(desk.admin, { ...elsewhere, tokenSource: "token_server" }),
    ).rejects.toMatchObject({ reason: "headerSecretMissing", field: "headerSecret" });
  });

  it("is a platform only after the owner's consent, and is nobody's but the admin's to choose", async () => {
    const id = await register();
    const choose = (ctx: SandboxDesk["admin"]) =>
      chooseTokenSource(ctx, { id, tokenSource: "platform" });
    await expect(choose(desk.admin)).rejects.toMatchObject({ reason: "authorizationMissing" });
    await expect(choose(desk.operator)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      testTokenServer(desk.operator, { id, url: tokenServerUrl(), ...SERVER }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("stays at WeChat: a host that is not on the list is refused", async () => {
    const id = await register();
    const update = (apiHost: string) =>
      updateMiniProgram(desk.admin, {
        id,
        name: "春风咖啡",
        appKind: "mini_program",
        apiHost,
        repeatUnknownLimited: true,
        defaultPage: "",
        defaultWidth: 430,
        defaultLineColor: "#000000",
      });
    for (const inside of ["127.0.0.1:22", "metadata.internal", "api.weixin.qq.com.evil.example"]) {
      await expect(update(inside), inside).rejects.toMatchObject({ reason: "apiHostUnknown" });
    }
    await update("hk.api.weixin.qq.com");
  });
});

describe("the health of tokens", () => {
  it("shows the address that WeChat refused, and why", async () => {
    const id = await register();
    desk.sandbox.state.updateAccount(account.appid, { ipWhitelist: ["203.0.113.9"] });
    await checkCredentials(desk.admin, { id });
    await expect
      .poll(async () => (await getTokenHealth(desk.marketing, { id })).refusedIp?.address)
      .toMatch(/127\.0\.0\.1/);
    expect((await mint(id)).failure).toMatchObject({ errcode: 40164 });
    const health = await getTokenHealth(desk.marketing, { id });
    expect(health.failures[0]).toMatchObject({ kind: "failed", failure: { errcode: 40164 } });
    expect(health.token).toBeNull();
  });

  it("notices when somebody else replaces the token", async () => {
    const id = await register();
    expect((await mint(id)).status).toBe("minted");
    await fetch(`${desk.sandbox.url}/cgi-bin/stable_token`, {
      method: "POST",
      body: JSON.stringify({
        grant_type: "client_credential",
        appid: account.appid,
        secret: account.secret,
        force_refresh: true,
      }),
    });
    expect((await mint(id)).status).toBe("minted");
    const { takenOver, failures } = await getTokenHealth(desk.operator, { id });
    expect(takenOver).toMatchObject({ count: 1, lastAt: expect.any(Date) });
    expect(failures[0]).toMatchObject({ kind: "refused", failure: { errcode: 40001 } });
  });

  it("shows what is held back, and lets it go when a person says so", async () => {
    const id = await register();
    desk.sandbox.state.updateAccount(account.appid, { limit: 0, used: 0 });
    const limited = async () =>
      (await mintCode(desk.operator, wxacodeInput(desk, { miniProgramId: id }))).code.failure;
    const calls = () =>
      desk.sandbox.state.listRequests("getwxacode").filter(({ appid }) => appid === account.appid)
        .length;
    expect(await limited()).toMatchObject({ errcode: 45029 });
    expect(await limited()).toMatchObject({ errcode: null, why: "not_sent:paused" });
    expect(calls()).toBe(1);
    expect((await getTokenHealth(desk.marketing, { id })).pauses).toMatchObject([
      { scope: "limited", reason: "stop_forever", until: null, errcode: 45029 },
    ]);
    await expect(liftPauses(desk.marketing, { id })).rejects.toMatchObject({ code: "forbidden" });
    desk.sandbox.state.updateAccount(account.appid, { limit: 100_000 });
    await liftPauses(desk.operator, { id });
    expect(await limited()).toBeNull();
    expect((await getTokenHealth(desk.marketing, { id })).pauses).toEqual([]);
  });
});
