import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { setCampaignFields } from "@/lib/campaigns/set-campaign-fields";
import { mintCode } from "@/lib/codes/mint-code";
import { priceMint } from "@/lib/codes/price-mint";
import { repointScenes } from "@/lib/codes/repoint-scenes";
import { PAYLOAD_MAX_BYTES } from "@/lib/scenes/schema";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { SCENE_CHARACTERS, SCENE_MAX_LENGTH } from "@/lib/wechat/limits";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

type Payload = Record<string, string>;

const inputWith = (payload: unknown, changes: Parameters<typeof unlimitedInput>[1] = {}) =>
  unlimitedInput(desk, { carries: { as: "payload", payload: payload as Payload }, ...changes });
const utf8Length = (text: string) => new TextEncoder().encode(text).length;

/** An object that is just so many bytes of JSON, filled up with `filling` and single bytes. */
function payloadOf(bytes: number, filling: string): Payload {
  const left = bytes - utf8Length(JSON.stringify({ text: "" }));
  const size = utf8Length(filling);
  return { text: filling.repeat(Math.floor(left / size)) + "x".repeat(left % size) };
}

const word = fc.string({
  unit: fc.constantFrom("码", "台", "🎉", "👩‍🍳", "é", "a", "%", "&", "=", '"', "\\", "\n", " "),
  maxLength: 12,
});

describe("a payload", () => {
  it("of any words becomes a short sendable scene and comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(word, word, { maxKeys: 5 }), async (payload) => {
        const { code } = await mintCode(desk.operator, inputWith(payload));
        expect(code.status).toBe("minted");
        expect(code.scene).toMatch(SCENE_CHARACTERS);
        expect(code.scene?.length).toBeLessThanOrEqual(SCENE_MAX_LENGTH);
        expect(code.payload).toEqual(payload);
      }),
      { numRuns: 12 },
    );
  });

  it.each(["x", "码", "🎉"])(
    "may be 8 KB to the byte, of %s, and not one more",
    async (filling) => {
      const largest = payloadOf(PAYLOAD_MAX_BYTES, filling);
      expect(utf8Length(JSON.stringify(largest))).toBe(8_192);
      const { code } = await mintCode(desk.operator, inputWith(largest));
      expect(code.payload).toEqual(largest);
      await expect(
        mintCode(desk.operator, inputWith(payloadOf(PAYLOAD_MAX_BYTES + 1, filling))),
      ).rejects.toThrow("payloadLong");
    },
  );

  it("of two people at once gets two scenes, and both codes live", async () => {
    const payload = { table: "7 号桌", at: randomUUID() };
    const both = await Promise.all([
      mintCode(desk.operator, inputWith(payload)),
      mintCode(desk.admin, inputWith(payload)),
    ]);
    expect(both.map(({ code, reused }) => [code.status, reused])).toEqual([
      ["minted", false],
      ["minted", false],
    ]);
    expect(new Set(both.map(({ code }) => code.scene)).size).toBe(2);
    expect(both.map(({ code }) => code.payload)).toEqual([payload, payload]);
  });
});

describe("the same payload twice", () => {
  it("names the code that is there before another one is minted, which stays possible", async () => {
    const payload = { shop: "朝阳门店", table: 12, at: randomUUID() };
    const again = () =>
      priceMint(desk.operator, inputWith({ at: payload.at, table: 12, shop: "朝阳门店" }));
    expect((await again()).samePayload).toBeNull();
    const { code } = await mintCode(desk.operator, inputWith(payload));
    expect((await again()).samePayload).toEqual({
      id: code.id,
      label: code.label,
      status: "minted",
      serial: code.serial,
      count: 1,
    });
    const other = await mintCode(desk.operator, inputWith(payload, { width: 600 }));
    expect(other.reused).toBe(false);
    expect((await again()).samePayload).toMatchObject({ id: other.code.id, count: 2 });
  });

  it("is not the same on another page, in another version, or once its scene leads elsewhere", async () => {
    const payload = { shop: "海淀门店", at: randomUUID() };
    const { code } = await mintCode(desk.operator, inputWith(payload));
    const same = async (changes: Parameters<typeof unlimitedInput>[1] = {}) =>
      (await priceMint(desk.operator, inputWith(payload, changes))).samePayload;
    expect(await same()).toMatchObject({ id: code.id });
    expect(await same({ page: "pages/shop/index" })).toBeNull();
    expect(await same({ envVersion: "trial" })).toBeNull();
    await repointScenes(desk.operator, {
      filter: { miniProgramId: desk.miniProgramId, payloadKey: "at", payloadValue: payload.at },
      change: { page: "pages/new/index", payload: { as: "keep" }, at: null, why: "" },
      expectedCount: 1,
    });
    expect(await same()).toBeNull();
  });
});

describe("a campaign that says what its payloads are made of", () => {
  it("lets only those be minted", async () => {
    const { id: campaignId } = await createCampaign(desk.operator, { name: "桌贴" });
    const mint = (payload: unknown) => mintCode(desk.operator, inputWith(payload, { campaignId }));
    await setCampaignFields(desk.operator, {
      campaignId,
      fields: [{ key: "table", label: "桌号", type: "number", isRequired: true }],
      channelField: null,
    });
    await expect(mint({ table: "7" })).rejects.toMatchObject({
      code: "invalid_input",
      reason: "payloadFieldNumber",
      field: "carries.payload",
      values: { field: "桌号" },
    });
    await expect(mint({ table: 7, shop: 1 })).rejects.toMatchObject({
      reason: "payloadKeyUnknown",
    });
    expect((await mint({ table: 7 })).code.payload).toEqual({ table: 7 });
    const written = unlimitedInput(desk, { campaignId });
    expect((await mintCode(desk.operator, written)).code.status).toBe("minted");
  });
});
