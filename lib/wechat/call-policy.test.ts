import { describe, expect, it } from "vitest";
import { type CallPolicyOptions, createCallPolicy } from "./call-policy";
import type { WechatClientOptions } from "./client";
import { isWechatPausedError } from "./errors";
import { createMemoryPauseStore } from "./memory-pause-store";
import { jpegBytes } from "./testing/pictures";
import { type Answer, closedPort, sendJson, sendPicture } from "./testing/serve";
import { bench, rejection, stillClock, TOKEN_PATH } from "./testing/wechat-double";

const A = "/wxa/getwxacode";
const B = "/wxa/getwxacodeunlimit";
const C = "/cgi-bin/wxaapp/createwxaqrcode";
const NOW = Date.UTC(2026, 2, 10, 4, 0, 30);
const MINUTE = 60_000;

const picture: Answer = (response) => sendPicture(response, jpegBytes);
const errcode =
  (code: number): Answer =>
  (response) =>
    sendJson(response, { errcode: code, errmsg: "no" });
const html: Answer = (response) => void response.end("<html>");
const reset: Answer = (response) => void response.req.socket.resetAndDestroy();

/** The first answers in turn, the last one for ever. */
function inTurn(...answers: Answer[]): Answer {
  let at = 0;
  return (response, request) => {
    const answer = answers[Math.min(at, answers.length - 1)];
    at += 1;
    answer?.(response, request);
  };
}

async function policed(
  answer: Answer,
  options: Partial<WechatClientOptions> & {
    policing?: CallPolicyOptions;
    tokens?: Answer;
    waitTakesMs?: number;
  } = {},
) {
  const clock = stillClock(NOW);
  const slept: number[] = [];
  const { policing, waitTakesMs = 0, ...rest } = options;
  const policy = createCallPolicy({
    clock,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
      clock.advance(waitTakesMs);
    },
    ...policing,
  });
  const made = await bench(answer, { clock, policy, ...rest });
  const a = () => made.client.getWxacode({ path: "p" });
  const b = () => made.client.getWxacodeUnlimit({ scene: "1" });
  const c = () => made.client.createWxaQrcode({ path: "p" });
  return { ...made, a, b, c, clock, slept, policy };
}

describe("an unknown outcome", () => {
  it.each<[string, Answer]>([
    ["HTML", html],
    ["a reset", reset],
    ["-1", errcode(-1)],
    ["a 502", (response) => void response.writeHead(502).end("bad gateway")],
    ["half a picture", (response) => sendPicture(response, jpegBytes.subarray(0, 90))],
  ])("of B after %s is repeated with the very same body", async (_what, answer) => {
    const { b, server, slept } = await policed(inTurn(answer, picture));
    expect((await b()).extension).toBe("jpg");
    const bodies = server.to(B).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
    expect(slept).toEqual([125]);
  });

  it("of B stays within a tenth of the calls", async () => {
    const { b, server } = await policed(html);
    for (let call = 0; call < 50; call += 1) await rejection(b());
    expect(server.to(B)).toHaveLength(50 + 1 + 5);
  });

  it.each([
    ["A", A, false, 1],
    ["A", A, true, 2],
    ["C", C, false, 1],
    ["C", C, true, 2],
  ] as const)("of %s (%s) with the option %s costs %i requests", async (kind, path, isOn, most) => {
    const { a, c, server } = await policed(html, { repeatUnknownLimited: isOn });
    const error = await rejection(kind === "A" ? a() : c());
    expect(error).toMatchObject({ why: "html", quotaUsed: "unknown" });
    const bodies = server.to(path).map(({ body }) => body);
    expect(bodies).toHaveLength(most);
    expect(new Set(bodies).size).toBe(1);
  });

  it("of A is not hidden by a clear refusal of the repeat", async () => {
    const { a, server } = await policed(inTurn(reset, errcode(45009)), {
      repeatUnknownLimited: true,
    });
    expect(await rejection(a())).toMatchObject({ why: "reset", quotaUsed: "unknown" });
    expect(server.to(A)).toHaveLength(2);
    expect(await rejection(a())).toMatchObject({ why: "paused", reason: "next_day" });
  });

  it("of a link is never repeated", async () => {
    const { client, server } = await policed(html, { repeatUnknownLimited: true });
    await rejection(client.generateScheme({ expiry: { days: 1 } }));
    await rejection(client.clearQuota({ confirmedBy: "Li Wei" }));
    expect(server.to("/wxa/generatescheme")).toHaveLength(1);
    expect(server.to("/cgi-bin/clear_quota")).toHaveLength(1);
  });
});

describe("a call that was not sent", () => {
  it("is repeated three times, with full jitter", async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`;
    const { a, slept } = await policed(picture, { baseUrl });
    expect(await rejection(a())).toMatchObject({ why: "refused", quotaUsed: "no" });
    expect(slept).toEqual([125, 250, 500]);
  });

  it("is not repeated for a caller who gave up", async () => {
    const stop = new AbortController();
    const baseUrl = `http://127.0.0.1:${await closedPort()}`;
    const sleep = async () => stop.abort();
    const { client, records } = await policed(picture, { baseUrl, policing: { sleep } });
    await rejection(client.getWxacode({ path: "p" }, { signal: stop.signal }));
    expect(records).toHaveLength(1);
  });
});

describe("a refusal", () => {
  it.each([
    ["B", 45009, "next_minute", ["A", "B", "C"]],
    ["B", 45011, "next_minute", ["A", "B", "C"]],
    ["A", 44990, "next_minute", ["A", "B", "C"]],
    ["C", 44991, "next_minute", ["A", "B", "C"]],
    ["A", 45009, "next_day", ["A"]],
    ["C", 44993, "next_day", ["C"]],
    ["A", 45029, "stop_forever", ["A", "C"]],
    ["C", 45029, "stop_forever", ["A", "C"]],
    ["B", 41030, null, []],
  ] as const)("of %s with %i means %s and holds back %j", async (kind, code, reason, held) => {
    const { a, b, c, clock, server, client } = await policed(inTurn(errcode(code), picture));
    const calls = { A: a, B: b, C: c };
    const kinds = ["A", "B", "C"] as const;
    expect(await rejection(calls[kind]())).toMatchObject({ errcode: code });
    const heldNow = async () => {
      const results = await Promise.allSettled(kinds.map((each) => calls[each]()));
      return kinds.filter((_kind, at) => results[at]?.status === "rejected");
    };
    const before = server.requests.length;
    expect(await heldNow()).toEqual([...held]);
    expect(server.requests).toHaveLength(before + 3 - held.length);
    clock.advance(30_000);
    expect(await heldNow()).toEqual(reason === "next_minute" ? [] : [...held]);
    clock.advance(12 * 60 * MINUTE);
    expect(await heldNow()).toEqual(reason === "stop_forever" ? [...held] : []);
    await client.liftPauses();
    expect(await heldNow()).toEqual([]);
  });

  it("says until when, and is known to every process", async () => {
    const pauses = createMemoryPauseStore();
    const one = await policed(inTurn(errcode(45011), picture), { policing: { pauses } });
    await rejection(one.b());
    const baseUrl = one.server.baseUrl;
    const other = await policed(picture, { policing: { pauses }, baseUrl });
    const error = await rejection(other.b());
    expect(isWechatPausedError(error)).toBe(true);
    expect(error).toMatchObject({
      why: "paused",
      reason: "next_minute",
      until: new Date(NOW + 30_000),
      errcode: 45011,
      quotaUsed: "no",
      mayRepeat: "yes",
    });
    expect(one.server.to(B)).toHaveLength(1);
  });

  it("stops a repeat that was waiting", async () => {
    const pauses = createMemoryPauseStore();
    const over = { scope: "all", reason: "next_minute", until: null, errcode: 45011 } as const;
    const holder: { key?: string } = {};
    const sleep = async () => pauses.pause(holder.key ?? "", over);
    const { b, server } = await policed(html, { policing: { pauses, sleep } });
    holder.key = `${server.baseUrl}|wx0123456789abcdef`;
    expect(await rejection(b())).toMatchObject({ why: "paused" });
    expect(server.to(B)).toHaveLength(1);
  });
});

const broken = async () => {
  throw new Error("store is down");
};

describe("the breaker", () => {
  it("lets three refused mints out, 2 token and 2 code requests each, and then none", async () => {
    const { b, server, clock, client } = await policed(errcode(40001));
    for (let mint = 0; mint < 3; mint += 1) {
      const before = { token: server.to(TOKEN_PATH).length, code: server.to(B).length };
      expect(await rejection(b())).toMatchObject({ errcode: 40001 });
      expect(server.to(TOKEN_PATH).length - before.token).toBeLessThanOrEqual(2);
      expect(server.to(B).length - before.code).toBeLessThanOrEqual(2);
      clock.advance(2 * MINUTE);
    }
    const before = server.requests.length;
    for (let mint = 0; mint < 20; mint += 1) {
      expect(await rejection(b())).toMatchObject({ reason: "token_refused", errcode: 40001 });
    }
    expect(server.requests).toHaveLength(before);

    clock.advance(3 * MINUTE);
    expect(await rejection(b())).toMatchObject({ errcode: 40001 });
    expect(await rejection(b())).toMatchObject({ reason: "token_refused" });
    await client.liftPauses();
    expect(await rejection(b())).toMatchObject({ name: "WechatApiError", errcode: 40001 });
  });

  it("forgets refusals after one success", async () => {
    let isBroken = true;
    const { b, clock } = await policed((response, request) =>
      (isBroken ? errcode(40001) : picture)(response, request),
    );
    for (const broken of [true, true, false, true, true, false]) {
      isBroken = broken;
      if (broken) expect(await rejection(b())).toMatchObject({ name: "WechatApiError" });
      else expect((await b()).extension).toBe("jpg");
      clock.advance(2 * MINUTE);
    }
  });

  it("replaces one token per call, even when the call is repeated", async () => {
    const answers = inTurn(errcode(40001), html, errcode(40001), picture);
    // Long enough that the token source alone would replace a second one.
    const { b, server } = await policed(answers, { waitTakesMs: 3 * MINUTE });
    expect(await rejection(b())).toMatchObject({ errcode: 40001 });
    expect(server.to(B)).toHaveLength(3);
    expect(server.to(TOKEN_PATH)).toHaveLength(2);
  });

  it("a store that fails loses no picture and hides no refusal, but lets no call out", async () => {
    const memory = createMemoryPauseStore();
    const writing = { ...memory, pause: broken, countRefusedToken: broken };
    const { b } = await policed(errcode(45011), { policing: { pauses: writing } });
    expect(await rejection(b())).toMatchObject({ errcode: 45011 });
    const blind = await policed(picture, { policing: { pauses: { ...memory, read: broken } } });
    expect(await rejection(blind.b())).toMatchObject({ message: "store is down" });
    expect(blind.server.requests).toHaveLength(0);
  });
});

describe("without a policy", () => {
  it("every call is made once, whatever came before", async () => {
    const { client, server } = await bench(html);
    for (let call = 0; call < 3; call += 1) {
      await rejection(client.getWxacodeUnlimit({ scene: "1" }));
    }
    await client.liftPauses();
    expect(server.to(B)).toHaveLength(3);
  });
});
