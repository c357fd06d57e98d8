import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getCode } from "@/lib/codes/get-code";
import { mintCode } from "@/lib/codes/mint-code";
import { retryCode } from "@/lib/codes/retry-code";
import type { MintCodeInput } from "@/lib/codes/schema";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk({ WECHAT_TIMEOUT_MS: "1000" });
});
afterEach(() => desk.sandbox.state.faults.clear());
afterAll(() => desk.close());

const mint = async (input: MintCodeInput) => (await mintCode(desk.operator, input)).code;
const ofA = (own: OwnMiniProgram) => wxacodeInput(desk, { miniProgramId: own.id });
const ofB = (own: OwnMiniProgram) => unlimitedInput(desk, { miniProgramId: own.id });
function ofC(own: OwnMiniProgram): MintCodeInput {
  const { requestKey, miniProgramId, campaignId, label, tags, width, path, reason } = ofA(own);
  const common = { requestKey, miniProgramId, campaignId, label, tags, width, path, reason };
  return { kind: "WXA_QRCODE", ...common };
}
const errcodeOf = (errcode: number) => ({ kind: "errcode", errcode }) as const;

describe("a refusal for longer than a minute", () => {
  it("of A with 45029 stops A and C without a request until a person lifts it, and not B", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: errcodeOf(45029), times: 1 });
    expect(await mint(ofA(own))).toMatchObject({ status: "refused", failure: { errcode: 45029 } });
    const asked = own.requests().length;
    for (const input of [ofA(own), ofC(own)]) {
      expect(await mint(input)).toMatchObject({
        status: "refused",
        heldUntil: null,
        failure: { errcode: null, why: "not_sent:paused", quotaUsed: "no" },
        isMendedAtMiniProgram: true,
        mayRetry: true,
      });
    }
    expect(own.requests()).toHaveLength(asked);
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
    expect((await mint(ofB(own))).status).toBe("minted");

    await liftPauses(desk.operator, { id: own.id });
    expect((await mint(ofC(own))).status).toBe("minted");
  });

  it("of A with 45009 stops A alone, and is no matter of waiting a minute", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: errcodeOf(45009), times: 1 });
    expect(await mint(ofA(own))).toMatchObject({ status: "refused", heldUntil: null });
    expect(await mint(ofA(own))).toMatchObject({ failure: { why: "not_sent:paused" } });
    expect((await mint(ofB(own))).status).toBe("minted");
    expect((await mint(ofC(own))).status).toBe("minted");
    expect(own.requests("getwxacode")).toHaveLength(1);
  });
});

describe("an A code whose answer was lost", () => {
  it.each(["hang", "reset"] as const)(
    "by %s, and that is then refused, stays unknown and keeps what it may have used",
    async (fault) => {
      const own = await ownMiniProgram(desk, { repeatUnknownLimited: false });
      own.addFault({ endpoint: "getwxacode", fault, times: 1 });
      const code = await mint(ofA(own));
      expect(code).toMatchObject({ status: "unknown", hasEarlierDoubt: false });
      expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });

      own.addFault({ endpoint: "getwxacode", fault: errcodeOf(40097), times: 1 });
      const refused = (await retryCode(desk.operator, { codeId: code.id })).code;
      expect(refused).toMatchObject({
        status: "unknown",
        failure: { errcode: 40097, quotaUsed: "unknown" },
        hasEarlierDoubt: true,
        mayRetry: true,
      });
      expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });

      const minted = (await retryCode(desk.operator, { codeId: code.id })).code;
      expect(minted).toMatchObject({ status: "minted", hasEarlierDoubt: false });
      expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0 });
      expect(own.used()).toBe(1);
    },
  );

  it("keeps the reservation through a pause as well", async () => {
    const own = await ownMiniProgram(desk, { repeatUnknownLimited: false });
    own.addFault({ endpoint: "getwxacode", fault: "reset", times: 1 });
    const { id } = await mint(ofA(own));
    own.addFault({ endpoint: "createwxaqrcode", fault: errcodeOf(45029), times: 1 });
    await mint(ofC(own));
    const { code } = await retryCode(desk.operator, { codeId: id });
    expect(code).toMatchObject({
      status: "unknown",
      failure: { why: "not_sent:paused", quotaUsed: "unknown" },
      hasEarlierDoubt: true,
    });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });
  });

  it("is asked for once more with the same body where that is wanted, and counted once", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: "reset", times: 1 });
    const code = await mint(ofA(own));
    expect(code).toMatchObject({ status: "minted", attemptCount: 1, hasEarlierDoubt: false });
    const [first, second, ...more] = own.requests("getwxacode");
    expect(second?.body).toEqual(first?.body);
    expect(more).toEqual([]);
    expect(own.used()).toBe(1);
    expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0, numUsed: 1 });
    expect(code.calls.map(({ outcome }) => outcome)).toEqual(["token", "unknown", "picture"]);
  });

  it("is asked for once more and no oftener, and a refusal then does not clear it", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: "reset", times: 1 });
    own.addFault({ endpoint: "getwxacode", fault: errcodeOf(40097) });
    expect(await mint(ofA(own))).toMatchObject({ status: "unknown" });
    expect(own.requests("getwxacode")).toHaveLength(2);
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });
  });
});

describe("a token that is refused every time", () => {
  it("is fetched and tried at most twice a mint, and after a few mints not at all", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacodeunlimit", fault: errcodeOf(40001) });
    const counts: { tokens: number; calls: number }[] = [];
    for (let mints = 0; mints < 6; mints += 1) {
      const before = [
        own.requests("stable_token").length,
        own.requests("getwxacodeunlimit").length,
      ];
      const code = await mint(ofB(own));
      expect(code).toMatchObject({ status: "refused", isMendedAtMiniProgram: true });
      counts.push({
        tokens: own.requests("stable_token").length - (before[0] ?? 0),
        calls: own.requests("getwxacodeunlimit").length - (before[1] ?? 0),
      });
    }
    for (const { tokens, calls } of counts) {
      expect(tokens).toBeLessThanOrEqual(2);
      expect(calls).toBeLessThanOrEqual(2);
    }
    const none = { tokens: 0, calls: 0 };
    expect(counts.slice(3)).toEqual([none, none, none]);
    expect(counts[0]).not.toEqual(none);
    expect(own.requests()).toHaveLength(
      counts.reduce((sum, { tokens, calls }) => sum + tokens + calls, 0),
    );
  });

  it("asks once and then nothing when the secret itself is refused", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "*", fault: errcodeOf(40001) });
    const first = await mint(ofA(own));
    expect(first).toMatchObject({ status: "refused", failure: { errcode: 40001 } });
    expect(own.requests().length).toBeLessThanOrEqual(2);
    const asked = own.requests().length;
    for (const input of [ofA(own), ofB(own), ofC(own)]) {
      const { id } = await mint(input);
      const code = await getCode(desk.operator, { codeId: id });
      expect(code).toMatchObject({ status: "refused", failure: { why: "not_sent:paused" } });
    }
    expect(own.requests()).toHaveLength(asked);
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
  });
});
