import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { mintCode } from "@/lib/codes/mint-code";
import type { Context } from "@/lib/core/context";
import { parseEnv } from "@/lib/env";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import { ENDPOINTS as SANDBOX_ENDPOINTS } from "@/lib/sandbox/endpoints";
import { DEFAULT_SETTINGS, Settings } from "@/lib/sandbox/settings";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { addFault } from "./add-fault";
import { clearFaults } from "./clear-faults";
import { getClock } from "./get-clock";
import { getSandbox } from "./get-sandbox";
import { getSettings } from "./get-settings";
import { listAccounts } from "./list-accounts";
import { listFaults } from "./list-faults";
import { listRequests } from "./list-requests";
import { removeFault } from "./remove-fault";
import { removeLatency } from "./remove-latency";
import { ENDPOINTS, SetAccountInput, SWITCHES, SWITCH_NAMES } from "./schema";
import type { AddFaultInput, SetLatencyInput } from "./schema";
import { setAccount } from "./set-account";
import { setClock } from "./set-clock";
import { setLatency } from "./set-latency";
import { setSwitch } from "./set-switch";

const { appid, secret } = BUILT_IN_ACCOUNT;
const FAULT: AddFaultInput = {
  endpoint: "getwxacodeunlimit",
  appid: "any",
  kind: "errcode",
  // One that pauses nothing: every test here mints for the same mini program.
  errcode: 40097,
  slowMs: Number.NaN,
  when: "first",
  calls: 1,
  percent: Number.NaN,
  counted: "usual",
};
const LATENCY: SetLatencyInput = {
  endpoint: "*",
  kind: "fixed",
  ms: 5,
  minMs: 1,
  maxMs: 9,
  medianMs: 3,
  sigma: 0.5,
};
const ACCOUNT = { appid, used: 0, limit: 100_000, publishedPages: "pages/index/index" };

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
/** As it was, but for the tokens: the desk keeps using the one it has. */
afterEach(() => {
  const { state } = desk.sandbox;
  state.faults.clear();
  state.requests.clear();
  state.clock.reset();
  state.configure(DEFAULT_SETTINGS);
  state.updateAccount(appid, { used: 0, publishedPages: BUILT_IN_ACCOUNT.publishedPages ?? [] });
});
afterAll(() => desk.close());

/** The same person on a desk whose settings differ. */
const elsewhere = (changes: Record<string, string>): Context => ({
  ...desk.operator,
  runtime: { ...desk.runtime, env: parseEnv({ ...stringsOf(desk), ...changes }) },
});

function stringsOf({ runtime: { env } }: SandboxDesk): Record<string, string> {
  const asWritten = Object.entries(env).filter(([, value]) => typeof value !== "object");
  return Object.fromEntries(asWritten.map(([name, value]) => [name, String(value)]));
}

/** A program on the sandbox's port that is no sandbox. */
async function openStranger(answer: string): Promise<{ port: string; close(): void }> {
  const server = createServer((_request, response) => response.end(answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  return { port: String(port), close: () => server.close() };
}

describe("the sandbox's controls", () => {
  it("are for admins and operators", async () => {
    for (const act of [
      listRequests(desk.marketing),
      getSandbox(desk.marketing),
      listFaults(desk.marketing),
      addFault(desk.marketing, FAULT),
      removeFault(desk.marketing, { id: 1 }),
      clearFaults(desk.marketing),
      listAccounts(desk.marketing),
      setAccount(desk.marketing, ACCOUNT),
      getSettings(desk.marketing),
      setLatency(desk.marketing, LATENCY),
      removeLatency(desk.marketing, { endpoint: "*" }),
      setSwitch(desk.marketing, { name: "numUsed", value: "off" }),
      getClock(desk.marketing),
      setClock(desk.marketing, { offsetMs: 0 }),
    ]) {
      await expect(act).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(getSandbox(desk.admin)).resolves.toMatchObject({ faults: [] });
    await expect(getSandbox(desk.operator)).resolves.toMatchObject({ faults: [] });
  });

  it("say that the sandbox is off, silent, or something else", async () => {
    await expect(listRequests(elsewhere({ MINTDESK_SANDBOX: "off" }))).rejects.toMatchObject({
      reason: "sandboxControlOff",
    });
    const closed = await openStranger("");
    closed.close();
    await expect(listFaults(elsewhere({ SANDBOX_PORT: closed.port }))).rejects.toMatchObject({
      reason: "sandboxSilent",
    });
    const stranger = await openStranger("<html>hello</html>");
    await expect(listFaults(elsewhere({ SANDBOX_PORT: stranger.port }))).rejects.toMatchObject({
      reason: "sandboxOdd",
    });
    stranger.close();
  });

  it("know the endpoints and the switches the sandbox knows", () => {
    expect(ENDPOINTS).toEqual(SANDBOX_ENDPOINTS);
    for (const name of SWITCH_NAMES) {
      expect(SWITCHES[name][0], name).toBe(DEFAULT_SETTINGS[name]);
      for (const value of SWITCHES[name]) {
        expect(Settings.shape[name].safeParse(value).success, `${name} ${value}`).toBe(true);
      }
    }
  });
});

describe("a fault", () => {
  it("fails the next mint, stands in the list until it is spent, and in the log after", async () => {
    const { id } = await addFault(desk.operator, { ...FAULT, calls: 2 });
    expect(await listFaults(desk.operator)).toMatchObject([
      { id, times: 2, counted: "after", seen: 0, hits: 0 },
    ]);
    const { code } = await mintCode(desk.operator, unlimitedInput(desk));
    expect(code.status).not.toBe("minted");
    expect(await listFaults(desk.operator)).toMatchObject([{ id, seen: 1, hits: 1 }]);

    const { rows } = await listRequests(desk.operator, { outcome: "errors" });
    expect(rows[0]).toMatchObject({
      endpoint: "getwxacodeunlimit",
      appid,
      errcode: 40097,
      fault: "errcode",
      wasCounted: false,
    });

    await removeFault(desk.operator, { id });
    await removeFault(desk.operator, { id });
    expect(await listFaults(desk.operator)).toEqual([]);
  });

  it("takes its parameters from what was chosen, and ignores what was not", async () => {
    await addFault(desk.operator, { ...FAULT, kind: "hang", errcode: Number.NaN, when: "always" });
    await addFault(desk.operator, { ...FAULT, kind: "slow", slowMs: 20, when: "nth", calls: 3 });
    await addFault(desk.operator, {
      ...FAULT,
      endpoint: "*",
      appid,
      when: "chance",
      percent: 25,
      counted: "before",
    });
    expect(await listFaults(desk.operator)).toMatchObject([
      { fault: { kind: "hang" }, times: null, nth: null, probability: null, counted: "before" },
      { fault: { kind: "slow", ms: 20 }, nth: 3 },
      { endpoint: "*", appid, probability: 0.25, counted: "before" },
    ]);
    await clearFaults(desk.operator);
    expect(await listFaults(desk.operator)).toEqual([]);
  });

  it("is refused beside the field at fault", async () => {
    const wrong: [Partial<AddFaultInput>, string][] = [
      [{ errcode: 0 }, "sandboxErrcode"],
      [{ errcode: Number.NaN }, "sandboxErrcode"],
      [{ kind: "slow", slowMs: 600_001 }, "sandboxWait"],
      [{ calls: 0 }, "sandboxCalls"],
      [{ when: "chance", percent: 101 }, "sandboxPercent"],
    ];
    for (const [change, message] of wrong) {
      await expect(addFault(desk.operator, { ...FAULT, ...change })).rejects.toMatchObject({
        issues: [expect.objectContaining({ message })],
      });
    }
  });

  it("is refused when the sandbox would drop an older one for it", async () => {
    const { faults } = desk.sandbox.state;
    for (let count = 0; count < 1_000; count += 1) faults.add({ endpoint: "token", fault: "html" });
    await expect(addFault(desk.operator, FAULT)).rejects.toMatchObject({
      reason: "sandboxFaultsMany",
    });
    expect(await listFaults(desk.operator)).toHaveLength(1_000);
  });
});

describe("the log", () => {
  it("gives the newest first, by endpoint and by outcome, without secrets", async () => {
    expect((await mintCode(desk.operator, wxacodeInput(desk))).code.status).toBe("minted");
    await mintCode(desk.operator, unlimitedInput(desk, { page: "pages/missing/index" }));
    const { rows, total } = await listRequests(desk.operator);
    expect(total).toBe(rows.length);
    expect(rows.map(({ seq }) => seq)).toEqual(
      rows.map(({ seq }) => seq).toSorted((left, right) => right - left),
    );
    expect(rows[0]).toMatchObject({ endpoint: "getwxacodeunlimit", errcode: 41030 });
    expect(JSON.stringify(rows)).not.toContain(secret);

    const fine = await listRequests(desk.operator, { endpoint: "getwxacode", outcome: "fine" });
    expect(fine.rows).toMatchObject([{ endpoint: "getwxacode", errcode: 0, wasCounted: true }]);
    const errors = await listRequests(desk.operator, { endpoint: "getwxacode", outcome: "errors" });
    expect(errors).toEqual({ rows: [], total: 0 });
  });
});

describe("an account", () => {
  it("shows what it used, never its secret, and takes other counts and pages", async () => {
    const input = { appid, used: 99_999, limit: 100_000, publishedPages: " pages/a/b \n\npages/c" };
    await setAccount(desk.operator, input);
    const [account] = await listAccounts(desk.operator);
    expect(account).toMatchObject({
      appid,
      used: 99_999,
      limit: 100_000,
      publishedPages: ["pages/a/b", "pages/c"],
    });
    expect(account?.rates.getwxacode).toEqual([
      expect.objectContaining({ period: "day", limit: 10_000 }),
    ]);
    expect(JSON.stringify(await getSandbox(desk.operator))).not.toContain(secret);
  });

  it("keeps to its limits, and is named when it is not there", async () => {
    const wrong: [Partial<SetAccountInput>, string][] = [
      [{ used: 11, limit: 10 }, "sandboxUsedOverLimit"],
      [{ limit: 100_001 }, "sandboxLimit"],
      [{ used: -1 }, "sandboxUsed"],
      [{ publishedPages: "/pages/index/index" }, "sandboxPageShape"],
      [{ publishedPages: "p\n".repeat(1_001) }, "sandboxPages"],
    ];
    for (const [change, message] of wrong) {
      const parsed = SetAccountInput.safeParse({ ...ACCOUNT, ...change });
      expect(parsed.error?.issues.map(({ message }) => message)).toEqual([message]);
    }
    await expect(setAccount(desk.operator, { ...ACCOUNT, appid: "wx0000" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("latency, switches and the clock", () => {
  it("sets and removes one endpoint's wait and leaves the others", async () => {
    await setLatency(desk.operator, LATENCY);
    await setLatency(desk.operator, { ...LATENCY, endpoint: "getwxacode", kind: "lognormal" });
    expect((await getSettings(desk.operator)).latency).toEqual({
      "*": { kind: "fixed", ms: 5 },
      getwxacode: { kind: "lognormal", medianMs: 3, sigma: 0.5, maxMs: 9 },
    });
    await removeLatency(desk.operator, { endpoint: "*" });
    expect(Object.keys((await getSettings(desk.operator)).latency)).toEqual(["getwxacode"]);
    await expect(
      setLatency(desk.operator, { ...LATENCY, kind: "uniform", minMs: 10 }),
    ).rejects.toMatchObject({ issues: [expect.objectContaining({ path: ["maxMs"] })] });
  });

  it("chooses what the sources leave open, and nothing else", async () => {
    const { switches } = await setSwitch(desk.operator, {
      name: "minuteLimitErrcode",
      value: 45011,
    });
    expect(switches).toMatchObject({ minuteLimitErrcode: 45011, numUsed: "A" });
    await expect(
      setSwitch(desk.operator, { name: "minuteLimitErrcode", value: 40001 }),
    ).rejects.toMatchObject({ issues: [expect.objectContaining({ message: "sandboxSwitch" })] });
  });

  it("moves the sandbox a day ahead and back, and a second click changes nothing", async () => {
    const day = 86_400_000;
    await setClock(desk.operator, { offsetMs: day });
    const { now, offsetMs } = await setClock(desk.operator, { offsetMs: day });
    expect(offsetMs).toBe(day);
    expect(Math.abs(Date.parse(now) - Date.now() - day)).toBeLessThan(5_000);
    await setClock(desk.operator, { offsetMs: 0 });
    expect((await getClock(desk.operator)).offsetMs).toBe(0);
  });
});
