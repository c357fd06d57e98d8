import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mintCode } from "@/lib/codes/mint-code";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { addSandboxMiniProgram, hex, mintUnlimited } from "./sandbox-mini-program";
import { tick } from "./tick";

test("registers a mini program, hears that its secret is wrong, and mends it", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const account = { appid: `wx${hex(8)}`, secret: hex(16), publishedPages: ["pages/index/index"] };
  await desk.sandbox("POST", "/accounts", account);

  await page.goto("/mini-programs/new");
  await page.getByLabel("Name").fill("春风咖啡");
  await page.getByLabel("AppID", { exact: true }).fill("wx123");
  await page.getByLabel("AppSecret", { exact: true }).fill(hex(16));
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByLabel("AppID", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveValue("春风咖啡");

  await page.getByLabel("AppID", { exact: true }).fill(account.appid);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("春风咖啡");

  // Registered ones ask the real WeChat; this one is told to ask the sandbox like the built-in one.
  await desk.runtime.db.miniProgram.update({
    where: { wechatAppId: account.appid },
    data: { isSandbox: true },
  });
  await page.getByRole("button", { name: "Check credentials" }).click();
  await expect(page.getByText("40125").first()).toBeVisible();

  // The same source with a new secret is the rotation.
  await page.getByLabel("AppSecret", { exact: true }).fill(account.secret);
  await page.getByRole("button", { name: "Save the token source" }).click();
  await expect(page.getByText("The token source is kept")).toBeVisible();
  await expect(page.getByLabel("AppSecret", { exact: true })).toHaveValue("");
  await page.getByRole("button", { name: "Check credentials" }).click();
  await expect(page.getByText("WeChat accepts this AppID and AppSecret.")).toBeVisible();

  expect(await page.content()).not.toContain(account.secret);

  await page.getByRole("button", { name: "Archive…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("This mini program is archived")).toBeVisible();
});

test("refuses an AppID that is already registered, and loses nothing typed", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin");
  await page.goto("/mini-programs/new");
  await page.getByLabel("Name").fill("第二个沙箱");
  await page.getByLabel("AppID", { exact: true }).fill("wx5a4db0c0de000001");
  await page.getByLabel("AppSecret", { exact: true }).fill(hex(16));
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText(/already registered/i).first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("第二个沙箱");
});

test("registers a mini game", async ({ page, signInAs, desk }) => {
  await signInAs("admin");
  const wechatAppId = `wx${hex(8)}`;
  await page.goto("/mini-programs/new");
  await tick(page.getByRole("radio", { name: /^Mini game/ }));
  await page.getByLabel("Name").fill("足球小游戏");
  await page.getByLabel("AppID", { exact: true }).fill(wechatAppId);
  await page.getByLabel("AppSecret", { exact: true }).fill(hex(16));
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("足球小游戏");
  const { db } = desk.runtime;
  const where = { wechatAppId };
  expect(await db.miniProgram.findUnique({ where })).toMatchObject({ appKind: "mini_game" });

  await page.getByRole("button", { name: /API host/ }).click();
  await page.getByRole("option", { name: /^sh\.api\.weixin\.qq\.com/ }).click();
  await page.getByRole("switch", { name: /outcome of A or C is unknown/ }).click({ force: true });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  const saved = await db.miniProgram.findUniqueOrThrow({ where });
  expect(saved.apiHost).toBe("sh.api.weixin.qq.com");
  expect(saved.repeatUnknownLimited).toBe(false);
  await db.miniProgram.update({ where, data: { archivedAt: new Date() } });
});

test("takes classic tokens and goes back to stable ones", async ({ page, signInAs, desk }) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { db } = desk.runtime;
  const source = async () =>
    (await db.miniProgram.findUniqueOrThrow({ where: { id: miniProgram.id } })).tokenSource;

  await page.goto(`/mini-programs/${miniProgram.id}`);
  await tick(page.getByRole("radio", { name: /^Classic tokens/ }));
  await expect(page.getByText("Classic tokens get in the way of other systems")).toBeVisible();
  await page.getByRole("button", { name: "Save the token source" }).click();
  await expect.poll(source).toBe("classic");
  await mintUnlimited(page, miniProgram);
  await page.goto(`/mini-programs/${miniProgram.id}`);
  await expect(page.getByText("No trouble in the last 7 days.")).toBeVisible();
  await expect(page.getByText("Next refresh")).toBeVisible();

  await tick(page.getByRole("radio", { name: /^Stable tokens/ }));
  await page.getByRole("button", { name: "Save the token source" }).click();
  await expect.poll(source).toBe("stable");
  await page.getByRole("button", { name: "Check credentials" }).click();
  await expect(page.getByText("WeChat accepts this AppID and AppSecret.")).toBeVisible();
  expect(await page.content()).not.toContain(miniProgram.secret);
});

test("tries the company's token server, keeps it, and mints with its token", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  const key = hex(8);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers["x-desk-key"] !== key) return void response.writeHead(403).end();
    const fetched = await fetch(`${desk.runtime.env.sandboxUrl}/cgi-bin/stable_token`, {
      method: "POST",
      body: JSON.stringify({
        grant_type: "client_credential",
        appid: miniProgram.appid,
        secret: miniProgram.secret,
      }),
    });
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ data: await fetched.json() }));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;

  try {
    await page.goto(`/mini-programs/${miniProgram.id}`);
    await tick(page.getByRole("radio", { name: /token server/ }));
    await page.getByLabel("Address", { exact: true }).fill(`http://127.0.0.1:${port}/token`);
    await page.getByLabel("Header name").fill("X-Desk-Key");
    await page.getByLabel("Header value").fill("wrong");
    await page.getByLabel("Where the token stands").fill("data.access_token");
    await page.getByLabel("Where its life stands").fill("data.expires_in");
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await expect(page.getByText(/gave no token.*HTTP 403/)).toBeVisible();

    await page.getByLabel("Header value").fill(key);
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await expect(page.getByText(/It works: the token lives [\d,]+ more seconds/)).toBeVisible();
    await page.getByRole("button", { name: "Save the token source" }).click();
    await expect(page.getByText("The token source is kept")).toBeVisible();
    await expect(page.getByLabel("Header value")).toHaveValue("");
    expect(await page.content()).not.toContain(key);
    await mintUnlimited(page, miniProgram);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("sends the key of a token server to no other server", async ({ page, signInAs, desk }) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  await page.goto(`/mini-programs/${miniProgram.id}`);
  await tick(page.getByRole("radio", { name: /token server/ }));
  await page.getByLabel("Address", { exact: true }).fill("https://169.254.169.254/latest");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText(/the address leads inside/)).toBeVisible();
  await page.getByLabel("Header name").fill("Authorization");
  await page.getByRole("button", { name: "Save the token source" }).click();
  await expect(page.getByText(/No header value is stored/).first()).toBeVisible();
  await expect(page.getByLabel("Address", { exact: true })).toHaveValue(/169\.254/);
});

test("says what a refusal holds back, and lets it go", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await desk.sandbox("POST", "/faults", {
    endpoint: "getwxacode",
    appid: miniProgram.appid,
    fault: { kind: "errcode", errcode: 45029 },
    times: 1,
  });
  const mintLimited = () =>
    mintCode(jobContext(desk.runtime, "e2e"), {
      kind: "WXACODE",
      requestKey: randomUUID(),
      miniProgramId: miniProgram.id,
      campaignId: null,
      label: "外墙",
      tags: [],
      width: 430,
      autoColor: false,
      lineColor: "#000000",
      isHyaline: false,
      envVersion: "release",
      path: `pages/index/index?w=${hex(3)}`,
      reason: "外墙海报换不了",
    });
  await mintLimited();

  await page.goto(`/mini-programs/${miniProgram.id}`);
  await expect(page.getByText("Some calls to WeChat are held back")).toBeVisible();
  await expect(page.getByText("Codes of kind A and C")).toBeVisible();
  await expect(page.getByText("somebody lifts it")).toBeVisible();
  await page.getByRole("button", { name: "Let calls go out again" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Let them go" }).click();
  await expect(page.getByText("Some calls to WeChat are held back")).toBeHidden();
  await mintLimited();
  const where = { miniProgramId: miniProgram.id, status: "minted" } as const;
  expect(await desk.runtime.db.code.count({ where })).toBe(1);
});

test("an operator sees how the tokens fare, but no forms", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await page.goto(`/mini-programs/${miniProgram.id}`);
  await expect(page.getByRole("heading", { name: "Token health" })).toBeVisible();
  await expect(page.getByText("Stable tokens")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Token source" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Check credentials" })).toHaveCount(0);
  await expect(page.getByLabel("AppSecret", { exact: true })).toHaveCount(0);
});
