import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAsset } from "@/lib/packs/add-asset";
import { archiveTemplate } from "@/lib/packs/archive-template";
import { findPackedCode } from "@/lib/packs/find-packed-code";
import { openAsset } from "@/lib/packs/open-asset";
import { orderPack } from "@/lib/packs/order-pack";
import { openDrawing } from "@/lib/packs/pictures/open-drawing";
import { differing, scan } from "@/lib/testing/look-kit";
import { previewDrawing } from "@/lib/packs/preview-drawing";
import { saveTemplate } from "@/lib/packs/save-template";
import { ASSET_MAX_BYTES, DEFAULT_FRAME, DEFAULT_POSTER } from "@/lib/packs/template-schema";
import type { SaveTemplateInput, TemplateDesign } from "@/lib/packs/template-schema";
import { mint, orderOf } from "@/lib/testing/pack-desk";
import { pictureKey } from "@/lib/storage/object-keys";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const FRAME: TemplateDesign = { kind: "frame", design: DEFAULT_FRAME };
const POSTER: TemplateDesign = { kind: "poster", design: DEFAULT_POSTER };
const save = (look: TemplateDesign) =>
  saveTemplate(desk.operator, { ...look, name: randomUUID(), replaces: null } as SaveTemplateInput);
const plain = (background: string) =>
  sharp({ create: { width: 600, height: 800, channels: 3, background } })
    .png()
    .toBuffer();

const ask = (codeId: string | null) =>
  previewDrawing(desk.marketing, { look: FRAME, codeId, pixelWidth: 700 });

async function minted(label: string) {
  const codeId = await mint(desk, { label });
  const code = await findPackedCode(desk.operator, { codeId });
  if (!code) throw new Error("The code is not there.");
  return { code, picture: await desk.runtime.store.read(pictureKey(code.picture.sha256)) };
}

describe("before anything was minted", () => {
  it("a look is shown with a stand-in that nothing reads", async () => {
    const drawn = await previewDrawing(desk.marketing, {
      look: FRAME,
      codeId: null,
      pixelWidth: 400,
    });
    expect((await sharp(drawn).metadata()).width).toBe(400);
    expect(await scan(drawn)).toBeNull();
  });
});

describe("a saved look", () => {
  it("is drawn around one code after the other, in the size and kind that were ordered", async () => {
    const { id: templateId } = await save(FRAME);
    const drawing = { templateId, imageType: "jpeg", pixelWidth: 900 } as const;
    const draw = await openDrawing(desk.operator, { form: "framed", drawing });
    const [one, other] = [await minted("朝阳店"), await minted("海淀店")];
    for (const { code, picture } of [one, other]) {
      const drawn = await draw(code, picture);
      expect(await sharp(drawn).metadata()).toMatchObject({
        format: "jpeg",
        width: 900,
        density: 300,
      });
      expect(await scan(drawn)).toBe(await scan(picture));
      expect(await scan(drawn)).toContain(code.scene);
    }
    const swapped = await draw({ ...one.code, label: "海淀店" }, one.picture);
    expect(await differing(swapped, await draw(one.code, one.picture))).not.toBeNull();
  });

  it("stands on its uploaded background", async () => {
    const { sha256 } = await addAsset(desk.operator, { bytes: await plain("#1A5FB4") });
    const design = { ...DEFAULT_POSTER, background: sha256, texts: [] };
    const { id: templateId } = await save({ kind: "poster", design });
    const drawing = { templateId, imageType: "png" } as const;
    const draw = await openDrawing(desk.operator, { form: "posters", drawing });
    const { code, picture } = await minted("海报");
    const drawn = await draw(code, picture);
    expect(await sharp(drawn).metadata()).toMatchObject({ width: 600, height: 800 });
    const [red, green, blue] = await sharp(drawn)
      .extract({ left: 3, top: 3, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([red, green, blue]).toEqual([0x1a, 0x5f, 0xb4]);
    expect(await scan(drawn)).toBe(await scan(picture));
  });

  it("that was put away cannot be ordered, but what was ordered before is drawn", async () => {
    const { id: templateId } = await save(FRAME);
    const { code } = await minted("停用前");
    await archiveTemplate(desk.operator, { templateId });
    const drawing = { templateId, imageType: "png", pixelWidth: 600 } as const;
    const naming = { nameTemplate: "{serial}", isAscii: false };
    const options = { form: "framed", ...naming, drawing } as const;
    await expect(
      orderPack(desk.operator, orderOf([code.codeId], { options })),
    ).rejects.toMatchObject({ reason: "packTemplateGone" });
    await openDrawing(desk.operator, { form: "framed", drawing });
  });

  it("is not drawn as another kind, nor when it never was", async () => {
    const { id } = await save(POSTER);
    for (const templateId of [id, randomUUID()]) {
      const drawing = { templateId, imageType: "png", pixelWidth: 600 } as const;
      await expect(openDrawing(desk.operator, { form: "framed", drawing })).rejects.toMatchObject({
        reason: "packTemplateGone",
      });
    }
  });
});

describe("a preview", () => {
  it("shows the wanted code, and the newest when none is wanted", async () => {
    const { code } = await minted("先");
    const newest = await minted("后");
    expect(await scan(await ask(code.codeId))).toContain(code.scene);
    expect(await scan(await ask(null))).toContain(newest.code.scene);
  });

  it("of a saved look is what the same design gives unsaved", async () => {
    const { id: templateId } = await save(POSTER);
    const asked = { codeId: null, pixelWidth: 500 };
    const saved = await previewDrawing(desk.marketing, { look: { templateId }, ...asked });
    const unsaved = await previewDrawing(desk.marketing, { look: POSTER, ...asked });
    expect(saved.equals(unsaved)).toBe(true);
  });

  it("is refused for unknown codes and looks, too large, and to strangers", async () => {
    const asked = { look: FRAME, codeId: null, pixelWidth: 500 };
    const unknown = randomUUID();
    for (const wrong of [
      { ...asked, codeId: unknown },
      { ...asked, look: { templateId: unknown } },
    ]) {
      await expect(previewDrawing(desk.marketing, wrong)).rejects.toMatchObject({
        code: "not_found",
      });
    }
    await expect(previewDrawing(desk.marketing, { ...asked, pixelWidth: 5_000 })).rejects.toThrow();
    const stranger = {
      ...desk.marketing,
      actor: { kind: "anonymous", id: null, name: "—" },
    } as const;
    await expect(previewDrawing(stranger, asked)).rejects.toMatchObject({ code: "not_signed_in" });
  });
});

describe("an uploaded picture", () => {
  it("is kept once however often it comes, and given to who may see packs", async () => {
    const bytes = await plain("#C8322B");
    const first = await addAsset(desk.operator, { bytes });
    expect(await addAsset(desk.admin, { bytes })).toEqual(first);
    const opened = await openAsset(desk.marketing, { sha256: first.sha256 });
    const shown = await buffer(opened.stream);
    expect(shown.length).toBe(first.byteSize);
    expect(await differing(shown, bytes)).toBeNull();
  });

  it("is refused from who may not, to strangers, and when it is too large", async () => {
    const bytes = await plain("#ffffff");
    await expect(addAsset(desk.marketing, { bytes })).rejects.toMatchObject({ code: "forbidden" });
    const large = Buffer.alloc(ASSET_MAX_BYTES + 1);
    await expect(addAsset(desk.operator, { bytes: large })).rejects.toMatchObject({
      reason: "assetLarge",
    });
    const { sha256 } = await addAsset(desk.operator, { bytes });
    const stranger = {
      ...desk.marketing,
      actor: { kind: "anonymous", id: null, name: "—" },
    } as const;
    await expect(openAsset(stranger, { sha256 })).rejects.toMatchObject({ code: "not_signed_in" });
    for (const unknown of ["ab".repeat(32), "../../etc/passwd"]) {
      await expect(openAsset(desk.admin, { sha256: unknown })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});
