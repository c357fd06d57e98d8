import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { archiveTemplate } from "@/lib/packs/archive-template";
import { getPack } from "@/lib/packs/get-pack";
import { orderPack } from "@/lib/packs/order-pack";
import { preparePack } from "@/lib/packs/prepare-pack";
import { saveTemplate } from "@/lib/packs/save-template";
import type { PackOptions, PackSelection } from "@/lib/packs/schema";
import { DEFAULT_FRAME, DEFAULT_POSTER } from "@/lib/packs/template-schema";
import { checkPack } from "@/lib/packs/verify/check-pack";
import { download, mint, orderOf, unzip, worker } from "@/lib/testing/pack-desk";
import type { PackOrder } from "@/lib/testing/pack-desk";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const NAMED = { nameTemplate: "{number}-{label}", isAscii: false };
const PICTURES: PackOptions = { form: "pictures", ...NAMED };

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

async function filesOf(order: Partial<PackOrder>, codeIds: readonly string[] = []) {
  const { packId } = await orderPack(desk.operator, orderOf(codeIds, order));
  await preparePack(worker(desk), { packId });
  const { bytes } = await download(desk.operator, packId);
  const detail = await getPack(desk.operator, { packId });
  return { packId, bytes, detail, files: await unzip(bytes) };
}

const picturesIn = (files: ReadonlyMap<string, Buffer>) =>
  [...files.keys()].filter((name) => /\.(jpg|png)$/.test(name));

describe("what is chosen", () => {
  it("by a campaign or a filter comes the oldest first, and what cannot be used is counted", async () => {
    const { id: campaignId } = await createCampaign(desk.operator, { name: "夏茶" });
    const codeIds: string[] = [];
    for (const label of ["一", "二", "三", "四", "五", "六"]) {
      codeIds.push(await mint(desk, { campaignId, label }));
    }
    const { code } = desk.runtime.db;
    const become = (index: number, data: object) =>
      code.update({ where: { id: codeIds[index] }, data });
    await become(1, { status: "refused", pictureSha256: null, mintedAt: null, failureWhy: "x" });
    await become(2, { status: "unknown", pictureSha256: null, mintedAt: null, failureWhy: "x" });
    await become(3, { envVersion: "develop" });
    await become(5, { createdAt: new Date("2026-01-01T00:00:00Z") });
    const leftOut = { failed: 1, unknown: 1, develop: 1 };
    const { files, detail } = await filesOf({
      selection: { kind: "campaign", campaignId },
      options: PICTURES,
    });
    expect(picturesIn(files)).toEqual(["1-六.jpg", "2-一.jpg", "3-五.jpg"]);
    expect(detail).toMatchObject({
      leftOut,
      chosenFrom: { kind: "campaign", id: campaignId, name: "夏茶" },
    });
    const selection: PackSelection = { kind: "filter", filters: { campaignId } };
    const filtered = await filesOf({ selection, options: PICTURES });
    expect(picturesIn(filtered.files)).toEqual(["1-六.jpg", "2-一.jpg", "3-五.jpg"]);
    // Develop codes are none of the list's, unless it is asked for them.
    expect(filtered.detail).toMatchObject({ leftOut: { failed: 1, unknown: 1 }, chosenFrom: null });
  });

  it("by a batch comes as its rows stood", async () => {
    const { db } = desk.runtime;
    const batchId = randomUUID();
    const createdAt = new Date();
    const counts = { rowCount: 3, limitedCount: 0, requestKey: randomUUID() };
    const { miniProgramId } = desk;
    await db.batch.create({
      data: {
        id: batchId,
        miniProgramId,
        name: "三月桌贴",
        kind: "WXACODE_UNLIMITED",
        status: "done",
        createdBy: "林悦",
        ...counts,
        createdAt,
        startedAt: createdAt,
        finishedAt: createdAt,
      },
    });
    for (const [batchRow, label] of [
      [3, "丙"],
      [1, "甲"],
      [2, "乙"],
    ] as const) {
      const id = await mint(desk, { label });
      await db.code.update({ where: { id }, data: { batchId, batchRow, createdAt } });
    }
    const { files } = await filesOf({
      selection: { kind: "batch", batchId },
      options: { form: "pictures", nameTemplate: "{batch}/{row}-{label}", isAscii: false },
    });
    expect(picturesIn(files)).toEqual([
      "三月桌贴/1-甲.jpg",
      "三月桌贴/2-乙.jpg",
      "三月桌贴/3-丙.jpg",
    ]);
  });
});

describe("a ZIP", () => {
  it("stands the check against its own manifest, and its hash is the pack's", async () => {
    const { bytes, detail } = await filesOf({}, [await mint(desk)]);
    const read = async (start: number, length: number) => bytes.subarray(start, start + length);
    const check = await checkPack({ byteSize: bytes.length, read }, { onRead() {} });
    expect(check).toMatchObject({
      kind: "pack",
      sha256: detail.sha256,
      pack: { id: detail.id, name: detail.name },
      missing: [],
      added: [],
      changed: [],
    });
  });

  it("speaks the language of whoever ordered it, and shows hostile words as words", async () => {
    const label = `</li><script>alert("1")</script>`;
    const codeIds = [await mint(desk, { label })];
    const { files } = await filesOf({ name: "<b>Tea</b>", locale: "en" }, codeIds);
    const sheet = files.get("contact-sheet.html")?.toString() ?? "";
    expect(sheet).toContain("<h1>&lt;b&gt;Tea&lt;/b&gt;</h1>");
    expect(sheet).not.toContain("<script");
    expect(files.get("manifest.csv")?.toString()).toContain("File,Serial,Label");
    expect(files.get("readme.txt")?.toString()).toContain("430 pixels = 36.4 mm (1)");
  });

  it.each([
    ["frame", "framed", DEFAULT_FRAME],
    ["poster", "posters", DEFAULT_POSTER],
  ] as const)("of a %s has every code drawn, at its size", async (kind, form, design) => {
    const { id: templateId } = await saveTemplate(desk.operator, {
      kind,
      name: randomUUID(),
      design,
      replaces: null,
    } as Parameters<typeof saveTemplate>[1]);
    const drawing = { templateId, imageType: "png" as const };
    const options = (
      form === "framed"
        ? { form, ...NAMED, drawing: { ...drawing, pixelWidth: 600 } }
        : { form, ...NAMED, drawing }
    ) satisfies PackOptions;
    const codeIds = [await mint(desk, { label: "甲" }), await mint(desk, { label: "乙" })];
    const { files, detail } = await filesOf({ options }, codeIds);
    expect(picturesIn(files)).toEqual(["1-甲.png", "2-乙.png"]);
    const { format, width } = await sharp(files.get("1-甲.png")).metadata();
    expect(format).toBe("png");
    if (form === "framed") expect(width).toBe(600);
    expect(files.get("1-甲.png")?.equals(files.get("2-乙.png") ?? Buffer.alloc(0))).toBe(false);
    expect(detail).toMatchObject({ doneCount: 2, problemCount: 0 });
    const { packId } = await orderPack(desk.operator, orderOf(codeIds, { options }));
    await archiveTemplate(desk.operator, { templateId });
    await preparePack(worker(desk), { packId });
    // What was ordered is made; another order would find no such look.
    expect(await getPack(desk.operator, { packId })).toMatchObject({ status: "ready" });
    await expect(orderPack(desk.operator, orderOf(codeIds, { options }))).rejects.toMatchObject({
      reason: "packTemplateGone",
      field: "options.drawing.templateId",
    });
  });
});
