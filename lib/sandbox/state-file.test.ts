import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { BUILT_IN_ACCOUNT, BUILT_IN_COMPONENT } from "./account";
import { authorise, pushTicket, withdraw } from "./component-events";
import { createSandbox, type Sandbox } from "./server";

const { appid: APPID, secret: SECRET } = BUILT_IN_ACCOUNT;
const COMPONENT = BUILT_IN_COMPONENT.appid;

let folder = "";
let stateFile = "";
const running: Sandbox[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sandbox-state-"));
  stateFile = path.join(folder, "deep", "state.json");
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
  await rm(folder, { recursive: true });
});

async function start(): Promise<Sandbox> {
  const sandbox = await createSandbox({ stateFile });
  running.push(sandbox);
  return sandbox;
}

async function stop(sandbox: Sandbox): Promise<void> {
  running.splice(running.indexOf(sandbox), 1);
  await sandbox.close();
}

/** Num-Used of an A code, with a token of its own. */
async function mintA(url: string, target: string): Promise<string | null> {
  const grant = `grant_type=client_credential&appid=${APPID}&secret=${SECRET}`;
  const { access_token } = await (await fetch(`${url}/cgi-bin/token?${grant}`)).json();
  const response = await fetch(`${url}/wxa/getwxacode?access_token=${access_token}`, {
    method: "POST",
    body: JSON.stringify({ path: target }),
  });
  await response.arrayBuffer();
  return response.headers.get("num-used");
}

async function keptUsed(): Promise<number> {
  const text = await readFile(stateFile, "utf8").catch(() => "");
  return text === "" ? -1 : JSON.parse(text).accounts[0].used;
}

describe("a restart", () => {
  it("goes on counting, and still knows what was minted", async () => {
    const first = await start();
    expect(await mintA(first.url, "a")).toBe("1");
    expect(await mintA(first.url, "b")).toBe("2");
    await stop(first);
    const second = await start();
    expect(await mintA(second.url, "a")).toBe("2");
    expect(await mintA(second.url, "c")).toBe("3");
    expect(second.state.findAccount(APPID)).toMatchObject({ used: 3, identities: 3 });
  });

  it("keeps accounts, settings and unchecked pages", async () => {
    const first = await start();
    const other = { appid: "wx00000000000000a1", secret: "s3", limit: 7, used: 3 };
    first.state.createAccount(other);
    first.state.updateAccount(APPID, {
      secret: "changed",
      publishedPages: ["pages/new/index"],
      ipWhitelist: ["10.0.0.1"],
      ipVerdict: "pending",
      permanentShortLinks: 4,
      rates: { createwxaqrcode: { period: "day", limit: 9 } },
    });
    first.state.accountOf(APPID)?.uncheckedPages.takeIdentity("page");
    first.state.configure({ numUsed: "A+C", latency: { "*": { kind: "fixed", ms: 1 } } });
    const before = { accounts: first.state.listAccounts(), settings: first.state.settings };
    await stop(first);
    const second = await start();
    expect({ accounts: second.state.listAccounts(), settings: second.state.settings }).toEqual(
      before,
    );
    expect(second.state.accountOf(APPID)?.uncheckedPages.takeIdentity("page")).toBe("free");
  });

  it("keeps platforms with their tickets and consents, withdrawn ones too", async () => {
    const first = await start();
    const component = first.state.components.find(COMPONENT);
    if (component === null) throw new Error("no platform");
    first.state.components.update(COMPONENT, { redirectHost: "desk.example.com" });
    const { ticket } = await pushTicket(first.state, component, { url: null });
    const consent = { appid: APPID, sets: [17], preAuthCode: "x" };
    await authorise(first.state, component, consent, { url: null });
    await authorise(first.state, component, { ...consent, appid: "wxgone" }, { url: null });
    const gone = component.authorizations.get("wxgone");
    if (gone === undefined) throw new Error("no consent");
    await withdraw(first.state, component, gone, { url: null });
    const before = first.state.components.list();
    await stop(first);
    const { components } = (await start()).state;
    expect(components.list()).toEqual(before);
    expect(components.list()).toMatchObject([{ ticket, redirectHost: "desk.example.com" }]);
    const { refreshToken = "none" } = component.authorizations.get(APPID) ?? {};
    expect(components.find(COMPONENT)?.authorizations.get(APPID)).toMatchObject({ refreshToken });
  });

  it("after a kill has lost the last second at most", async () => {
    const main = new URL("main.ts", import.meta.url);
    const child = fork(main, ["--port", "0", "--state", stateFile], {
      execArgv: ["--import", "tsx"],
      silent: true,
    });
    const [chunk] = (await once(child.stdout ?? child, "data")) as [Buffer];
    const url = /http:\S+/.exec(String(chunk))?.[0] ?? "";
    for (const target of ["a", "b", "c"]) await mintA(url, target);
    await expect.poll(keptUsed, { timeout: 2_000 }).toBe(3);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await mintA((await start()).url, "d")).toBe("4");
  });
});

describe("the file", () => {
  it("is its owner's alone, whole, and written again only after a change", async () => {
    const sandbox = await start();
    await mintA(sandbox.url, "a");
    await expect.poll(keptUsed).toBe(1);
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
    expect(await readdir(path.dirname(stateFile))).toEqual(["state.json"]);
    await rm(stateFile);
    await mintA(sandbox.url, "a");
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await keptUsed()).toBe(-1);
    await stop(sandbox);
    expect(await keptUsed()).toBe(1);
  });

  it("is written once a second at most", async () => {
    const sandbox = await start();
    sandbox.state.updateAccount(APPID, { used: 1 });
    await expect.poll(keptUsed).toBe(1);
    const { ino } = await stat(stateFile);
    sandbox.state.updateAccount(APPID, { used: 2 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await stat(stateFile)).ino).toBe(ino);
    await expect.poll(keptUsed, { timeout: 2_000 }).toBe(2);
  });

  it.each([
    ["not JSON", "{"],
    ["somebody else's", '{"hello":"world"}'],
    ["cut off inside the identities", "cut"],
  ])("that is %s is put aside with one line, and the sandbox starts fresh", async (_name, text) => {
    await stop(await start());
    const whole = await readFile(stateFile, "utf8");
    const broken = text === "cut" ? whole.replace('"identities":""', '"identities":"abcd"') : text;
    await writeFile(stateFile, broken);
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const sandbox = await start();
    expect(said.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^sandbox: .+state\.json could not be read and is now .+\.broken .+\n$/,
        ),
      ],
    ]);
    expect(await readFile(`${stateFile}.broken`, "utf8")).toBe(broken);
    expect(sandbox.state.findAccount(APPID)).toMatchObject({ used: 0 });
    await stop(sandbox);
    expect(await keptUsed()).toBe(0);
  });

  it("that cannot be written costs a line, not the sandbox", async () => {
    const sandbox = await start();
    await rm(path.dirname(stateFile), { recursive: true });
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await mintA(sandbox.url, "a")).toBe("1");
    await expect.poll(() => said.mock.calls.flat().join("")).toContain("could not be written");
    expect(await mintA(sandbox.url, "b")).toBe("2");
    await stop(sandbox);
  });
});
