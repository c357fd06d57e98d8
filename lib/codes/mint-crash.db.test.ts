import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCode } from "@/lib/codes/get-code";
import { retryCode } from "@/lib/codes/retry-code";
import { settleAttempt } from "@/lib/codes/settle-attempt";
import { forgetMinters, sendWhenDue, settleLost } from "@/lib/testing/send-when-due";
import { settleLostAttempts } from "@/lib/codes/settle-lost-attempts";
import { unknownOutcome } from "@/lib/codes/mint-outcome";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import type { MintChildOrder } from "@/lib/testing/mint-child";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { contextFor } from "@/lib/testing/test-runtime";

let desk: SandboxDesk;
const children: ChildProcess[] = [];

beforeAll(async () => {
  desk = await openSandboxDesk({ WECHAT_TIMEOUT_MS: "5000" });
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await desk.close();
});

/** Starts a minting process and waits until it stands at the line. */
async function startChild(order: Omit<MintChildOrder, "userId">): Promise<ChildProcess> {
  const { env } = desk.runtime;
  const userId = desk.operator.actor.id ?? "";
  const child = fork("lib/testing/mint-child.ts", [JSON.stringify({ ...order, userId })], {
    execArgv: ["--import", "tsx"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      DATABASE_URL: env.DATABASE_URL,
      MINTDESK_SECRET: env.MINTDESK_SECRET,
      MINTDESK_DATA_DIR: env.dataDir,
      SANDBOX_PORT: String(env.SANDBOX_PORT),
      WECHAT_TIMEOUT_MS: "5000",
      LOG_LEVEL: "fatal",
    },
  });
  children.push(child);
  await once(child, "message");
  return child;
}

async function run(child: ChildProcess): Promise<unknown> {
  child.send("go");
  const [message] = await once(child, "message");
  return message;
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

const job = () => contextFor(desk.runtime, { kind: "job", id: null, name: "codes.settle-lost" });

const onlyCode = (label: string) => desk.runtime.db.code.findFirstOrThrow({ where: { label } });
const quota = async () => (await getMiniProgram(desk.admin, { id: desk.miniProgramId })).quota;
const used = () => desk.sandbox.state.findAccount(BUILT_IN_ACCOUNT.appid)?.used;

const inAMonth = () => new Date(Date.now() + 30 * 24 * 60 * 60_000);

describe("two processes with a cold token cache", () => {
  it("ask for one token between them", async () => {
    const both = await Promise.all(
      ["左", "右"].map((label) =>
        startChild({ input: unlimitedInput(desk, { label }), stopAfter: null }),
      ),
    );
    expect(await Promise.all(both.map(run))).toEqual(["minted", "minted"]);
    expect(desk.sandbox.state.listRequests("stable_token")).toHaveLength(1);
  });
});

describe("a crash between WeChat's answer and the commit", () => {
  it("leaves an A code `sent`, becomes unknown, and a repeat settles it at the cost of one", async () => {
    const label = "断电的海报";
    const child = await startChild({ input: wxacodeInput(desk, { label }), stopAfter: "stored" });
    expect(await run(child)).toBe("stored");
    await killed(child);

    const { id } = await onlyCode(label);
    expect(await onlyCode(label)).toMatchObject({ status: "sent", pictureSha256: null });
    expect(await quota()).toMatchObject({ spent: 0, reserved: 1 });

    // Its process was seen a moment ago, whatever the clock of the one who looks may say.
    await settleLostAttempts(contextFor(desk.runtime, job().actor, inAMonth));
    await settleLost(desk.runtime);
    expect(await onlyCode(label)).toMatchObject({ status: "sent" });
    await forgetMinters(desk.runtime);
    await Promise.all([settleLost(desk.runtime), settleLost(desk.runtime)]);
    const unknown = await getCode(desk.operator, { codeId: id });
    expect(unknown).toMatchObject({ status: "unknown", mayRetry: true });
    expect(unknown.failure?.words.en.cause).toMatch(/interrupted/);
    expect(await quota()).toMatchObject({ spent: 0, reserved: 1 });

    const { code } = await retryCode(desk.operator, { codeId: id });
    expect(code.status).toBe("minted");
    expect(await quota()).toMatchObject({ spent: 1, reserved: 0 });
    expect(used()).toBe(1);
  });

  it("mints a B code again by itself, with the same scene", async () => {
    const label = "断电的桌贴";
    const child = await startChild({ input: unlimitedInput(desk, { label }), stopAfter: "stored" });
    expect(await run(child)).toBe("stored");
    await killed(child);
    const before = await onlyCode(label);
    await forgetMinters(desk.runtime);
    await settleLost(desk.runtime);
    expect(await onlyCode(label)).toMatchObject({ status: "queued", attemptCount: 1 });
    await sendWhenDue(desk.runtime, before.id);
    expect(await onlyCode(label)).toMatchObject({
      status: "minted",
      scene: before.scene,
      attemptCount: 2,
    });
  });

  it("sends by itself what was wanted but never sent", async () => {
    const { id } = await onlyCode("断电的桌贴");
    await desk.runtime.db.code.update({
      where: { id },
      data: { status: "queued", pictureSha256: null, mintedAt: null },
    });
    await sendWhenDue(desk.runtime, id);
    expect(await onlyCode("断电的桌贴")).toMatchObject({ status: "minted" });
  });
});

describe("the commit of `sent`", () => {
  it("stands before the first byte reaches WeChat", async () => {
    const label = "挂起的海报";
    desk.sandbox.state.addFault({ endpoint: "getwxacode", fault: "hang", times: 1 });
    const child = await startChild({ input: wxacodeInput(desk, { label }), stopAfter: null });
    child.send("go");
    const asked = desk.sandbox.state.listRequests("getwxacode").length;
    await expect
      .poll(() => desk.sandbox.state.listRequests("getwxacode").length, { timeout: 20_000 })
      .toBe(asked + 1);
    expect(await onlyCode(label)).toMatchObject({ status: "sent", attemptCount: 1 });
    await killed(child);
  });

  it("lets only the attempt that sent the code end it", async () => {
    const { id, attemptToken } = await onlyCode("挂起的海报");
    const end = (token: string) =>
      settleAttempt(job(), {
        codeId: id,
        attemptToken: token,
        outcome: unknownOutcome("interrupted", "late", true),
        calls: [],
      });
    expect(await end("00000000-0000-4000-8000-000000000000")).toBe(false);
    expect(await onlyCode("挂起的海报")).toMatchObject({ status: "sent" });
    expect(await end(attemptToken ?? "")).toBe(true);
    expect(await onlyCode("挂起的海报")).toMatchObject({ status: "unknown" });
    expect(await end(attemptToken ?? "")).toBe(false);
  });
});
