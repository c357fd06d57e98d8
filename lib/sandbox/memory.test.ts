import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";

import { ANSWERS } from "./answers";
import { BUILT_IN_ACCOUNT } from "./account";
import type { Endpoint } from "./endpoints";
import { IdentityCount } from "./identity-count";
import { SandboxState } from "./state";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const MEGABYTE = 1024 * 1024;

function heapMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

/** A state whose limits let everything through and whose pictures cost nothing. */
function openState(): SandboxState {
  const state = new SandboxState({ now: Date.now, random: Math.random });
  const picture = { bytes: Buffer.alloc(16), format: "jpeg" } as const;
  state.pictures.draw = async () => picture;
  const limit = Number.MAX_SAFE_INTEGER;
  state.updateAccount(BUILT_IN_ACCOUNT.appid, {
    rates: {
      getwxacode: { period: "day", limit },
      getwxacodeunlimit: { period: "minute", limit },
    },
  });
  return state;
}

/** What one call leaves behind: log, answer, count, rid. */
async function call(state: SandboxState, endpoint: Endpoint, token: string, body: object) {
  const text = JSON.stringify(body);
  const query = new URLSearchParams({ access_token: token });
  const request = { method: "POST", path: "/", query, body: text, ip: "127.0.0.1" };
  const at = new Date(state.now()).toISOString();
  const entry = state.requests.open({ at, endpoint, method: "POST", appid: null }, text);
  const answer = await ANSWERS[endpoint](state, request, { isCounting: true });
  state.rids.remember(request, entry, answer, state.now());
  return answer.errcode;
}

/** The 100,000 of A and the 60,000 pages of B, all taken. */
function fill(state: SandboxState): string {
  const account = state.accountOf(BUILT_IN_ACCOUNT.appid);
  if (account === null) throw new Error("no account");
  for (let n = 0; n < 100_000; n += 1) account.count.takeIdentity(`path ${n}`);
  for (let n = 0; n < 60_000; n += 1) account.uncheckedPages.takeIdentity(`page ${n}`);
  return account.tokens.plain.issue(state.now()).accessToken;
}

it("200,000 calls on a full account grow nothing", { timeout: 120_000 }, async () => {
  const state = openState();
  const token = fill(state);
  const errcodes: Record<number, number> = {};
  const mint = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) {
      const isRefused = n % 4 === 0;
      const errcode = isRefused
        ? await call(state, "getwxacode", token, { path: `pages/index/index?n=${n}` })
        : await call(state, "getwxacodeunlimit", token, { scene: `n=${n}` });
      errcodes[errcode] = (errcodes[errcode] ?? 0) + 1;
    }
  };
  await mint(0, 5_000);
  const before = heapMegabytes();
  await mint(5_000, 205_000);
  // Twenty bytes a call would be four megabytes.
  expect(heapMegabytes() - before).toBeLessThan(3);
  expect(errcodes).toEqual({ 0: 153_750, 45029: 51_250 });
});

it("two million new identities keep to the room of the last 100,000", () => {
  const count = new IdentityCount(Number.MAX_SAFE_INTEGER, 100_000);
  const take = (from: number, to: number) => {
    for (let n = from; n < to; n += 1) count.takeIdentity(`path ${n}`);
  };
  take(0, 200_000);
  const before = heapMegabytes();
  take(200_000, 2_000_000);
  expect(heapMegabytes() - before).toBeLessThan(3);
  expect([count.used, count.identityCount]).toEqual([2_000_000, 100_000]);
  expect([count.takeIdentity("path 1999999"), count.takeIdentity("path 0")]).toEqual([
    "free",
    "counted",
  ]);
});
