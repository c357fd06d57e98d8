import { createHash, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { mintCode } from "@/lib/codes/mint-code";
import { priceMint } from "@/lib/codes/price-mint";
import { retryCode } from "@/lib/codes/retry-code";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import { pictureKey } from "@/lib/storage/object-keys";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk({ WECHAT_TIMEOUT_MS: "1000" });
});
afterEach(() => {
  desk.sandbox.state.faults.clear();
  desk.sandbox.state.requests.clear();
});
afterAll(() => desk.close());

const quota = async () => (await getMiniProgram(desk.admin, { id: desk.miniProgramId })).quota;
const sandboxUsed = () => desk.sandbox.state.findAccount(BUILT_IN_ACCOUNT.appid)?.used;
const calls = () => desk.sandbox.state.listRequests("getwxacode").length;

describe("minting", () => {
  it("stores a B picture byte for byte, with its scene, and touches no quota", async () => {
    const before = await quota();
    const { code, reused } = await mintCode(desk.operator, unlimitedInput(desk));
    expect(reused).toBe(false);
    expect(code).toMatchObject({ status: "minted", failure: null, attemptCount: 1 });
    const sha256 = code.picture?.sha256 ?? "";
    const bytes = await desk.runtime.store.read(pictureKey(sha256));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(code.picture).toMatchObject({ pixelWidth: 430, mediaType: "image/jpeg" });
    expect(await quota()).toMatchObject({ spent: before.spent, reserved: 0 });
  });

  it("names a transparent picture by its bytes, whatever the header says", async () => {
    const input = unlimitedInput(desk, { isHyaline: true, label: "北京/上海: 门店" });
    const { code } = await mintCode(desk.operator, input);
    expect(code.fileName).toBe("北京 上海 门店.png");
  });

  it("keeps a payload behind a generated scene", async () => {
    const payload = { shop: "朝阳门店", table: 12 };
    const input = unlimitedInput(desk, { carries: { as: "payload", payload } });
    const { code } = await mintCode(desk.operator, input);
    expect(code.payload).toEqual(payload);
    expect(code.scene).toMatch(/^[0-9A-Za-z]{20}$/);
  });

  it("spends one of the 100,000 for A, and nothing for the same parameters again", async () => {
    const before = await quota();
    const input = wxacodeInput(desk);
    const first = await mintCode(desk.operator, input);
    const price = await priceMint(desk.operator, { ...input, requestKey: randomUUID() });
    expect(price).toMatchObject({ limitedCount: 0, callCount: 0, repeatOf: { id: first.code.id } });
    const again = await mintCode(desk.operator, { ...input, requestKey: randomUUID() });
    expect(again).toMatchObject({ reused: true, code: { id: first.code.id } });
    const after = await quota();
    expect(after).toMatchObject({ spent: before.spent + 1, reserved: 0 });
    expect(after.numUsed).toBe(sandboxUsed());
    expect(calls()).toBe(1);
  });

  it("gives one code to a double click and one to two people asking at once", async () => {
    const input = wxacodeInput(desk);
    const twice = await Promise.all([
      mintCode(desk.operator, input),
      mintCode(desk.operator, input),
      mintCode(desk.admin, { ...input, requestKey: randomUUID() }),
    ]);
    expect(new Set(twice.map(({ code }) => code.id)).size).toBe(1);
    expect(twice.map(({ code }) => code.status)).toEqual(["minted", "minted", "minted"]);
    expect(calls()).toBe(1);
  });

  it("releases the reservation when WeChat refuses, and says why", async () => {
    const before = await quota();
    desk.sandbox.state.updateAccount(BUILT_IN_ACCOUNT.appid, { used: 100_000 });
    const { code } = await mintCode(desk.operator, wxacodeInput(desk));
    expect(code).toMatchObject({ status: "refused", failure: { errcode: 45029, quotaUsed: "no" } });
    expect(code.failure?.words.zh.cause).not.toBe("");
    expect(await quota()).toMatchObject({ spent: before.spent, reserved: 0 });
    desk.sandbox.state.updateAccount(BUILT_IN_ACCOUNT.appid, { used: before.spent });
    // What is refused for ever holds A and C back until a person lifts it (mint-policy.db.test.ts).
    await liftPauses(desk.operator, { id: desk.miniProgramId });
  });

  it("says 41030 for a page that is not published, and mints once it is", async () => {
    const input = unlimitedInput(desk, { page: "pages/new/index" });
    const { code } = await mintCode(desk.operator, input);
    expect(code).toMatchObject({ status: "refused", failure: { errcode: 41030 }, mayRetry: true });
    expect(code.failure?.rid).toMatch(/^[0-9a-f]{8}-/);
    desk.sandbox.state.updateAccount(BUILT_IN_ACCOUNT.appid, {
      publishedPages: [...(BUILT_IN_ACCOUNT.publishedPages ?? []), input.page],
    });
    const repaired = await retryCode(desk.operator, { codeId: code.id });
    expect(repaired.code).toMatchObject({ id: code.id, status: "minted", attemptCount: 2 });
  });

  it("refuses a scene that already stands for another page", async () => {
    const input = unlimitedInput(desk);
    await mintCode(desk.operator, input);
    const other = { ...input, requestKey: randomUUID(), page: "pages/shop/index" };
    await expect(mintCode(desk.operator, other)).rejects.toMatchObject({ reason: "sceneTaken" });
  });

  it("lets a scene go that only a refused code used, and then holds it against a repeat", async () => {
    const mistyped = unlimitedInput(desk, { page: "pages/shpo/index" });
    const refused = await mintCode(desk.operator, mistyped);
    expect(refused.code.status).toBe("refused");
    const mended = { ...mistyped, requestKey: randomUUID(), page: "pages/shop/index" };
    expect((await priceMint(desk.operator, mended)).sceneTakenBy).toBeNull();
    const { code } = await mintCode(desk.operator, mended);
    expect(code).toMatchObject({ status: "minted", scene: refused.code.scene });
    await expect(retryCode(desk.operator, { codeId: refused.code.id })).rejects.toMatchObject({
      reason: "sceneTaken",
    });
  });

  it("refuses what WeChat would refuse before anything is sent", async () => {
    const scene = { as: "scene", scene: "桌号=3" } as const;
    await expect(mintCode(desk.operator, unlimitedInput(desk, { carries: scene }))).rejects.toThrow(
      /sceneCharacters/,
    );
    await expect(mintCode(desk.operator, wxacodeInput(desk, { reason: " " }))).rejects.toThrow(
      /reasonMissing/,
    );
    expect(desk.sandbox.state.listRequests()).toHaveLength(0);
  });

  it("is denied to marketing", async () => {
    await expect(mintCode(desk.marketing, unlimitedInput(desk))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("leaves a log that verifies", async () => {
    expect(await verifyChain(desk.admin)).toMatchObject({ intact: true });
  });
});

describe("what is not a picture", () => {
  // Else one lost answer is repeated at once and comes to a good end (mint-policy.db.test.ts).
  beforeAll(async () => {
    await desk.runtime.db.miniProgram.update({
      where: { id: desk.miniProgramId },
      data: { repeatUnknownLimited: false },
    });
  });

  const FAULTS = [
    { kind: "json_as_jpeg", errcode: 40097 },
    "truncated_jpeg",
    "truncated_body",
    "html",
    "empty",
    "reset",
    "hang",
    "http_500",
  ] as const;

  it.each(FAULTS)("is never stored, and never called minted: %o", async (fault) => {
    const objectCount = await desk.runtime.db.picture.count();
    desk.sandbox.state.addFault({ endpoint: "getwxacode", fault, times: 1 });
    const { code } = await mintCode(desk.operator, wxacodeInput(desk));
    expect(code.picture).toBeNull();
    expect(code.status).toBe(typeof fault === "string" ? "unknown" : "refused");
    expect(await desk.runtime.db.picture.count()).toBe(objectCount);
  });

  it("keeps the reservation of an unknown A code, and a repeat settles it at the cost of one", async () => {
    const before = await quota();
    const usedBefore = sandboxUsed() ?? 0;
    desk.sandbox.state.addFault({ endpoint: "getwxacode", fault: "hang", times: 1 });
    const { code } = await mintCode(desk.operator, wxacodeInput(desk));
    expect(code).toMatchObject({ status: "unknown", failure: { quotaUsed: "unknown" } });
    expect(await quota()).toMatchObject({ spent: before.spent, reserved: before.reserved + 1 });
    const settled = await retryCode(desk.operator, { codeId: code.id });
    expect(settled.code).toMatchObject({ status: "minted", failure: null });
    expect(await quota()).toMatchObject({ spent: before.spent + 1, reserved: before.reserved });
    expect(sandboxUsed()).toBe(usedBefore + 1);
  });
});
