import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getCode } from "@/lib/codes/get-code";
import { listCodes } from "@/lib/codes/list-codes";
import { mintCode } from "@/lib/codes/mint-code";
import { MOST_HELD_MS } from "@/lib/codes/mint-outcome";
import { retryCode } from "@/lib/codes/retry-code";
import { sendUnattended } from "@/lib/codes/send-unattended";
import { sendWhenDue } from "@/lib/testing/send-when-due";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { contextFor } from "@/lib/testing/test-runtime";

const MINUTE_MS = 60_000;
/** Longer than a test holds a pause. */
const ROOM_MS = 5_000;

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk({ WECHAT_TIMEOUT_MS: "2000" });
});
// A pause ends with the minute, and must not end in the middle of a test.
beforeEach(async () => {
  const leftMs = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (leftMs < ROOM_MS) await sleep(leftMs);
});
afterAll(() => desk.close());

const read = (codeId: string) => getCode(desk.operator, { codeId });
const limitOnce = (own: OwnMiniProgram, errcode: number) =>
  own.addFault({ endpoint: "*", fault: { kind: "errcode", errcode }, times: 1 });
/** The first call of a mini program fetches its token, which a fault of every endpoint would hit. */
async function withToken(own: OwnMiniProgram): Promise<OwnMiniProgram> {
  await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: own.id }));
  return own;
}
const jobNow = () => contextFor(desk.runtime, { kind: "job", id: null, name: "codes.send" });

describe("a minute's limit", () => {
  it.each([
    ["B", 45009],
    ["B", 45011],
    ["B", 44990],
    ["A", 45011],
    ["A", 44991],
  ])(
    "holds %s back after %i, and it is minted after the pause by itself",
    async (kind, errcode) => {
      const own = await withToken(await ownMiniProgram(desk));
      limitOnce(own, errcode);
      const filled = { miniProgramId: own.id };
      const input = kind === "A" ? wxacodeInput(desk, filled) : unlimitedInput(desk, filled);
      const { code } = await mintCode(desk.operator, input);
      const reserved = kind === "A" ? 1 : 0;
      expect(code).toMatchObject({
        status: "queued",
        failure: { errcode, quotaUsed: "no" },
        mayRetry: false,
        hasEarlierDoubt: false,
      });
      expect(code.heldUntil?.getTime()).toBeGreaterThan(Date.now());
      expect(code.heldUntil?.getTime()).toBeLessThanOrEqual(Date.now() + MINUTE_MS);
      expect(await own.quota()).toMatchObject({ spent: 0, reserved });
      await expect(retryCode(desk.operator, { codeId: code.id })).rejects.toMatchObject({
        reason: "codeNotRetryable",
      });

      const asked = own.requests().length;
      await sendUnattended(jobNow());
      expect(await read(code.id)).toMatchObject({ status: "queued", attemptCount: 1 });
      expect(own.requests()).toHaveLength(asked);

      await liftPauses(desk.operator, { id: own.id });
      await sendWhenDue(desk.runtime, code.id);
      await sendWhenDue(desk.runtime, code.id);
      expect(await read(code.id)).toMatchObject({
        status: "minted",
        heldUntil: null,
        failure: null,
        attemptCount: 2,
      });
      expect(await own.quota()).toMatchObject({ spent: reserved, reserved: 0 });
      expect(own.requests()).toHaveLength(asked + 1);
    },
  );

  it("lets a worker send it soon after the pause, and many of them not all at once", async () => {
    const own = await withToken(await ownMiniProgram(desk));
    limitOnce(own, 45009);
    const input = unlimitedInput(desk, { miniProgramId: own.id });
    const { code } = await mintCode(desk.operator, input);
    const { claimedUntil, heldUntil } = await desk.runtime.db.code.findUniqueOrThrow({
      where: { id: code.id },
    });
    const lateMs = (claimedUntil?.getTime() ?? 0) - (heldUntil?.getTime() ?? Number.NaN);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThanOrEqual(3_000);
  });
});

describe("while a pause lasts", () => {
  it("others of the same mini program wait without a request, and another one's go on", async () => {
    const own = await withToken(await ownMiniProgram(desk));
    const other = await ownMiniProgram(desk);
    limitOnce(own, 45009);
    const held = await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: own.id }));
    const asked = own.requests().length;
    const waiting = [
      await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: own.id })),
      await mintCode(desk.operator, wxacodeInput(desk, { miniProgramId: own.id })),
    ];
    for (const { code } of waiting) {
      expect(code).toMatchObject({
        status: "queued",
        failure: { errcode: null, why: "not_sent:paused" },
        isMendedAtMiniProgram: true,
        mayRetry: false,
        calls: [],
      });
      const apartMs = Number(code.heldUntil) - Number(held.code.heldUntil);
      expect(Math.abs(apartMs)).toBeLessThan(500);
      expect(code.failure?.words.zh.fix).not.toBe("");
    }
    expect(own.requests()).toHaveLength(asked);
    const apart = await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: other.id }));
    expect(apart.code.status).toBe("minted");

    await liftPauses(desk.operator, { id: own.id });
    for (const { code } of [held, ...waiting]) {
      await sendWhenDue(desk.runtime, code.id);
      expect(await read(code.id)).toMatchObject({ status: "minted", heldUntil: null });
    }
    expect(own.requests()).toHaveLength(asked + 3);
    expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0 });
  });

  it("the same parameters give the code that waits, at once", async () => {
    const own = await withToken(await ownMiniProgram(desk));
    limitOnce(own, 45009);
    const input = unlimitedInput(desk, { miniProgramId: own.id });
    const { code } = await mintCode(desk.operator, input);
    const asked = Date.now();
    const twin = await mintCode(desk.operator, { ...input, requestKey: randomUUID() });
    expect(twin).toMatchObject({ reused: true, code: { id: code.id, heldUntil: code.heldUntil } });
    expect(Date.now() - asked).toBeLessThan(2_000);
  });

  it("the list marks what waits, and nothing else", async () => {
    const own = await withToken(await ownMiniProgram(desk));
    limitOnce(own, 45009);
    const input = unlimitedInput(desk, { miniProgramId: own.id });
    const { code } = await mintCode(desk.operator, input);
    const { rows } = await listCodes(desk.operator, { miniProgramId: own.id });
    expect(rows.map(({ status, heldUntil }) => ({ status, heldUntil }))).toEqual([
      { status: "queued", heldUntil: code.heldUntil },
      { status: "minted", heldUntil: null },
    ]);
  });
});

describe("a process whose clock is a month ahead", () => {
  it("neither gives up what waits nor makes it wait for long", async () => {
    const own = await withToken(await ownMiniProgram(desk));
    own.addFault({ endpoint: "getwxacode", fault: { kind: "errcode", errcode: 45011 } });
    const inAMonth = () => new Date(Date.now() + 30 * 24 * 60 * MINUTE_MS);
    const ahead = { ...desk.operator, now: inAMonth };
    const { code } = await mintCode(ahead, wxacodeInput(desk, { miniProgramId: own.id }));
    expect(code.status).toBe("queued");
    expect(code.heldUntil?.getTime()).toBeLessThanOrEqual(Date.now() + MINUTE_MS);
    await sendWhenDue(desk.runtime, code.id);
    await sendUnattended({ ...jobNow(), now: inAMonth });
    expect(await read(code.id)).toMatchObject({ status: "queued" });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });
  });
});

describe("a limit that never ends", () => {
  it("is given to a person after half an hour, with the reservation given back", async () => {
    const own = await withToken(await ownMiniProgram(desk));
    own.addFault({ endpoint: "getwxacode", fault: { kind: "errcode", errcode: 45011 } });
    const { code } = await mintCode(desk.operator, wxacodeInput(desk, { miniProgramId: own.id }));
    // However often it was tried meanwhile, and by whom, does not count.
    for (let attempt = 2; attempt < 14; attempt += 1) {
      await sendWhenDue(desk.runtime, code.id);
      expect(await read(code.id)).toMatchObject({ status: "queued", attemptCount: attempt });
    }
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });
    await desk.runtime.db.code.update({
      where: { id: code.id },
      data: { heldSince: new Date(Date.now() - MOST_HELD_MS - MINUTE_MS) },
    });
    await sendWhenDue(desk.runtime, code.id);
    expect(await read(code.id)).toMatchObject({
      status: "refused",
      heldUntil: null,
      mayRetry: true,
    });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
    // The limit itself was met once; the pause took care of the rest.
    expect(own.requests("getwxacode")).toHaveLength(1);
  });
});
