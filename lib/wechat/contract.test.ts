import { assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { ZodError } from "zod";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import type { Endpoint } from "@/lib/sandbox/endpoints";
import type { FaultRuleInput } from "@/lib/sandbox/faults";
import { createSandbox, type Sandbox } from "@/lib/sandbox/server";
import { createWechatClient, type WechatClient } from "./client";
import { createMemoryTokenStore } from "./memory-token-store";
import { rejection, stillClock } from "./testing/wechat-double";

const { appid: APP_ID, secret: SECRET } = BUILT_IN_ACCOUNT;
/** Noon in China, 30 s into a minute: no window turns unless a test moves the clock. */
const NOON = Date.UTC(2026, 2, 10, 4, 0, 30);
const PAGE = "pages/index/index";
const TIMEOUT_MS = 500;

interface Meeting {
  sandbox: Sandbox;
  client: WechatClient;
  clock: ReturnType<typeof stillClock>;
  /** Requests the sandbox has seen so far. */
  seen: (endpoint: Endpoint) => number;
}

async function meet(timeoutMs = 10_000): Promise<Meeting> {
  const clock = stillClock(NOON);
  const sandbox = await createSandbox({ now: () => clock.now().getTime() });
  onTestFinished(() => sandbox.close());
  const client = createWechatClient({
    baseUrl: sandbox.url,
    appId: APP_ID,
    secret: () => SECRET,
    tokenStore: createMemoryTokenStore(),
    timeoutMs,
    clock,
  });
  onTestFinished(() => client.close());
  const seen = (endpoint: Endpoint) => sandbox.state.listRequests(endpoint).length;
  return { sandbox, client, clock, seen };
}

describe("the client and the sandbox", () => {
  it("mint A, B plain, B transparent and C", async () => {
    const { client, sandbox, seen } = await meet();
    const a = await client.getWxacode({ path: `${PAGE}?a=1`, width: 280 });
    const b = await client.getWxacodeUnlimit({ scene: "a=1", page: PAGE, width: 280 });
    const hyaline = await client.getWxacodeUnlimit({ scene: "a=1", width: 280, isHyaline: true });
    const c = await client.createWxaQrcode({ path: `${PAGE}?a=1`, width: 280 });
    const jpeg = { mediaType: "image/jpeg", extension: "jpg", rid: null };
    expect(a).toMatchObject({ ...jpeg, numUsed: 1 });
    expect(b).toMatchObject({ ...jpeg, numUsed: null });
    expect(hyaline).toMatchObject({ mediaType: "image/png", extension: "png" });
    expect(c).toMatchObject({ ...jpeg, numUsed: null });
    expect(sandbox.state.findAccount(APP_ID)?.used).toBe(2);
    expect(seen("stable_token")).toBe(1);
  });

  it("agree on a page that is not published", async () => {
    const { client, seen } = await meet();
    const input = { scene: "1", page: "pages/none", width: 280 };
    expect(await rejection(client.getWxacodeUnlimit(input))).toMatchObject({
      errcode: 41030,
      errorClass: "never",
      quotaUsed: "no",
      rid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/),
    });
    expect(seen("getwxacodeunlimit")).toBe(1);
    expect((await client.getWxacodeUnlimit({ ...input, checkPath: false })).extension).toBe("jpg");
  });

  it("agree that the 100,000 are gone for A and C, and B goes on", async () => {
    const { client, sandbox } = await meet();
    sandbox.state.updateAccount(APP_ID, { used: 100_000 });
    const over = { errcode: 45029, errorClass: "stop_forever", quotaUsed: "no", mayRepeat: "no" };
    expect(await rejection(client.getWxacode({ path: PAGE }))).toMatchObject(over);
    expect(await rejection(client.createWxaQrcode({ path: PAGE }))).toMatchObject(over);
    expect((await client.getWxacodeUnlimit({ scene: "1", width: 280 })).extension).toBe("jpg");
  });

  it.each([
    ["B", 45009, "next_minute"],
    ["B", 45011, "next_minute"],
    ["A", 45009, "next_day"],
  ] as const)("agree on %s over its rate with %i", async (kind, errcode, errorClass) => {
    const { client, sandbox } = await meet();
    if (errcode === 45011) sandbox.state.configure({ minuteLimitErrcode: 45011 });
    const rates =
      kind === "A"
        ? { getwxacode: { period: "day", used: 10_000 } as const }
        : { getwxacodeunlimit: { period: "minute", used: 5_000 } as const };
    sandbox.state.updateAccount(APP_ID, { rates });
    const call =
      kind === "A" ? client.getWxacode({ path: PAGE }) : client.getWxacodeUnlimit({ scene: "1" });
    expect(await rejection(call)).toMatchObject({ errcode, errorClass, quotaUsed: "no" });
  });

  it.each([
    ["no line colour", {}],
    ["each version", { envVersion: "trial" as const }],
    ["develop", { envVersion: "develop" as const, autoColor: true }],
    ["the widest, in colour", { width: 1280, lineColor: { r: 1, g: 2, b: 255 } }],
  ])("never meet 40097 with what the schema lets through: %s", async (_what, look) => {
    const { client } = await meet();
    expect((await client.getWxacode({ path: PAGE, width: 280, ...look })).extension).toBe("jpg");
  });

  it.each([
    ["expired", "just fetched", 0],
    ["expired", "older", 5 * 60_000],
    ["invalid", "just fetched", 0],
    ["invalid", "older", 5 * 60_000],
  ] as const)("renew a token that is %s and %s exactly once", async (how, _age, ageMs) => {
    const { client, clock, sandbox, seen } = await meet();
    await client.getWxacodeUnlimit({ scene: "1", width: 280 });
    clock.advance(ageMs);
    sandbox.state.retireTokens(APP_ID, { kind: "stable", how });
    expect((await client.getWxacodeUnlimit({ scene: "2", width: 280 })).extension).toBe("jpg");
    expect(seen("stable_token")).toBe(2);
    expect(seen("getwxacodeunlimit")).toBe(3);
  });
});

type FaultKind = Exclude<FaultRuleInput["fault"], string>["kind"];

interface Expected {
  fault: FaultRuleInput["fault"];
  /** The failure, or null for a picture. */
  failure: Record<string, unknown> | null;
  tokenRequests: number;
  codeRequests: number;
}

const once = { tokenRequests: 1, codeRequests: 1 };
const unknown = (why: string | RegExp) => ({
  name: "WechatUnknownOutcomeError",
  why: why instanceof RegExp ? expect.stringMatching(why) : why,
});

/** Every kind of fault the sandbox knows; a new one does not compile until it stands here. */
const AT_THE_CODE: Record<FaultKind, Expected> = {
  json_as_jpeg: {
    fault: "json_as_jpeg",
    failure: { name: "WechatApiError", errcode: 40001, quotaUsed: "no" },
    tokenRequests: 2,
    codeRequests: 2,
  },
  errcode: {
    fault: { kind: "errcode", errcode: 40097 },
    failure: { name: "WechatApiError", errcode: 40097, quotaUsed: "no" },
    ...once,
  },
  truncated_jpeg: { fault: "truncated_jpeg", failure: unknown("truncated"), ...once },
  // The reset may overtake the half that was written.
  truncated_body: { fault: "truncated_body", failure: unknown(/^(truncated|reset)$/), ...once },
  html: { fault: "html", failure: unknown("html"), ...once },
  http_500: { fault: "http_500", failure: unknown("http_5xx"), ...once },
  empty: { fault: "empty", failure: unknown("empty"), ...once },
  hang: { fault: "hang", failure: unknown("timeout"), ...once },
  reset: { fault: "reset", failure: unknown("reset"), ...once },
  slow: { fault: { kind: "slow", ms: 3 * TIMEOUT_MS }, failure: unknown("timeout"), ...once },
};

const KINDS = Object.entries(AT_THE_CODE);

describe("under every fault of the sandbox", () => {
  it.each(KINDS)("%s at A is told apart, and asked no oftener", async (_kind, expected) => {
    const { client, sandbox, seen } = await meet(TIMEOUT_MS);
    sandbox.state.addFault({ endpoint: "getwxacode", fault: expected.fault });
    const error = await rejection(client.getWxacode({ path: PAGE, width: 280 }));
    const quotaUsed = expected.failure?.name === "WechatApiError" ? "no" : "unknown";
    expect(error).toMatchObject({ ...expected.failure, endpoint: "getwxacode", quotaUsed });
    expect(seen("getwxacode")).toBe(expected.codeRequests);
    expect(seen("stable_token")).toBe(expected.tokenRequests);
  });

  it.each(KINDS)("%s at B costs nothing of the 100,000", async (_kind, expected) => {
    const { client, sandbox, seen } = await meet(TIMEOUT_MS);
    sandbox.state.addFault({ endpoint: "getwxacodeunlimit", fault: expected.fault });
    const error = await rejection(client.getWxacodeUnlimit({ scene: "1", width: 280 }));
    expect(error).toMatchObject({ ...expected.failure, quotaUsed: "no" });
    expect(seen("getwxacodeunlimit")).toBe(expected.codeRequests);
  });

  it.each(KINDS.filter(([kind]) => kind !== "truncated_jpeg"))(
    "%s at the token lets no code request out",
    async (_kind, { fault, failure }) => {
      const { client, sandbox, seen } = await meet(TIMEOUT_MS);
      sandbox.state.addFault({ endpoint: "stable_token", fault });
      const error = await rejection(client.getWxacode({ path: PAGE }));
      expect(error).toMatchObject({ ...failure, endpoint: "stable_token", quotaUsed: "no" });
      expect(seen("stable_token")).toBe(1);
      expect(seen("getwxacode")).toBe(0);
    },
  );

  it("a slow answer inside the deadline is a picture", async () => {
    const { client, sandbox } = await meet();
    sandbox.state.addFault({ endpoint: "*", fault: { kind: "slow", ms: 30 } });
    expect((await client.getWxacode({ path: PAGE, width: 280 })).extension).toBe("jpg");
  });

  it.each([
    [-1, "short_retry", "unknown", 1],
    [40014, "refresh_token", "no", 2],
    [42001, "refresh_token", "no", 2],
    [45011, "next_minute", "no", 1],
    [44993, "next_day", "no", 1],
    [48004, "stop_forever", "no", 1],
    [85096, "never", "no", 1],
    [99999, "never", "unknown", 1],
  ])("errcode %i at C is %s", async (errcode, errorClass, quotaUsed, requests) => {
    const { client, sandbox, seen } = await meet();
    sandbox.state.addFault({ endpoint: "createwxaqrcode", fault: { kind: "errcode", errcode } });
    const error = await rejection(client.createWxaQrcode({ path: PAGE }));
    expect(error).toMatchObject({ errcode, errorClass, quotaUsed });
    expect(seen("createwxaqrcode")).toBe(requests);
  });
});

const ALLOWED = [
  ..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$&'()*+,/:;=?@-._~",
];
const validScene = string({ unit: constantFrom(...ALLOWED), minLength: 1, maxLength: 32 });
const tooLong = string({ unit: constantFrom(...ALLOWED), minLength: 33, maxLength: 60 });
const isForeign = (text: string) => [...text].some((character) => !ALLOWED.includes(character));
const foreign = string({ unit: "grapheme", minLength: 1, maxLength: 32 }).filter(isForeign);
const nearMiss = string({
  unit: constantFrom(...ALLOWED, "%", " ", '"', "中", "\n"),
  maxLength: 32,
});

describe("for any scene", () => {
  it("that is valid, a picture is minted", async () => {
    const { client, sandbox } = await meet();
    await assert(
      asyncProperty(validScene, async (scene) => {
        const code = await client.getWxacodeUnlimit({ scene, width: 280 });
        expect(code.mediaType).toBe("image/jpeg");
        expect(sandbox.state.listRequests("getwxacodeunlimit").at(-1)?.body).toMatchObject({
          scene,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("that is not, the client refuses to send and the sandbox refuses to draw", async () => {
    const { client, sandbox, seen } = await meet();
    await client.getWxacodeUnlimit({ scene: "1", width: 280 });
    const token = sandbox.state.accountOf(APP_ID)?.tokens.stable.current(NOON).accessToken ?? "";
    const invalid = oneof(
      foreign,
      tooLong,
      nearMiss.filter((text) => text === "" || isForeign(text)),
    );
    await assert(
      asyncProperty(invalid, async (scene) => {
        const before = seen("getwxacodeunlimit");
        expect(await rejection(client.getWxacodeUnlimit({ scene }))).toBeInstanceOf(ZodError);
        expect(seen("getwxacodeunlimit")).toBe(before);
        const length = [...scene].length;
        const errcode = length === 0 || length > 32 ? 40169 : 40129;
        expect(await errcodeOverTheWire(sandbox, token, scene)).toBe(errcode);
      }),
      { numRuns: 100 },
    );
  });
});

async function errcodeOverTheWire(sandbox: Sandbox, token: string, scene: string): Promise<number> {
  const response = await fetch(`${sandbox.url}/wxa/getwxacodeunlimit?access_token=${token}`, {
    method: "POST",
    body: JSON.stringify({ scene }),
  });
  const answer = (await response.json()) as { errcode: number };
  return answer.errcode;
}
