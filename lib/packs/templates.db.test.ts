import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listEntries } from "@/lib/audit/list-entries";
import type { Context } from "@/lib/core/context";
import type { DomainError } from "@/lib/core/errors";
import { addAsset } from "@/lib/packs/add-asset";
import { archiveTemplate } from "@/lib/packs/archive-template";
import { getTemplate } from "@/lib/packs/get-template";
import { listTemplates } from "@/lib/packs/list-templates";
import { saveTemplate } from "@/lib/packs/save-template";
import { DEFAULT_FRAME, DEFAULT_POSTER, TEMPLATES_MAX } from "@/lib/packs/template-schema";
import type { FrameDesign, PosterDesign, SaveTemplateInput } from "@/lib/packs/template-schema";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let operator: Context;
let admin: Context;
let marketing: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
  admin = await asPerson(runtime, "admin");
  marketing = await asPerson(runtime, "marketing");
});
afterAll(() => runtime.close());

const frame = (name: string, changes: Partial<FrameDesign> = {}): SaveTemplateInput => ({
  kind: "frame",
  name,
  design: { ...DEFAULT_FRAME, ...changes },
  replaces: null,
});
const poster = (changes: Partial<PosterDesign>): SaveTemplateInput => ({
  kind: "poster",
  name: randomUUID(),
  design: { ...DEFAULT_POSTER, ...changes },
  replaces: null,
});
const MISSING = "ab".repeat(32);

describe("a look", () => {
  it("is there for everybody, of its kind, the last saved first", async () => {
    const { id } = await saveTemplate(operator, frame(" 白色桌牌 "));
    await saveTemplate(admin, { ...poster({}), name: "A5 海报" });
    const frames = await listTemplates(marketing, { kind: "frame" });
    expect(frames[0]).toMatchObject({ id, name: "白色桌牌", version: 1, createdBy: "Chen Wei" });
    expect((await listTemplates(marketing, {})).map(({ kind }) => kind)).toEqual([
      "poster",
      "frame",
    ]);
    expect(await getTemplate(marketing, { templateId: id })).toMatchObject({
      kind: "frame",
      design: DEFAULT_FRAME,
      isArchived: false,
      asset: null,
    });
  });

  it("is not overwritten by who began before somebody else saved, and the log knows each save", async () => {
    const { id, version } = await saveTemplate(operator, frame("两人同时"));
    const replaces = { templateId: id, version };
    const theirs = frame("两人同时", { margin: 3 });
    expect(await saveTemplate(admin, { ...theirs, replaces })).toEqual({ id, version: 2 });
    await expect(
      saveTemplate(operator, { ...frame("两人同时", { margin: 9 }), replaces }),
    ).rejects.toMatchObject({ code: "conflict", reason: "lookStale" });
    const kept = await getTemplate(admin, { templateId: id });
    expect([kept.version, kept.design]).toEqual([2, theirs.design]);
    const { rows } = await listEntries(admin, { targetKind: "pack_template", targetId: id });
    expect(rows.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["pack_template.saved", "林悦"],
      ["pack_template.saved", "Chen Wei"],
    ]);
  });

  it("is saved once when two save the same version at the same moment", async () => {
    const { id, version } = await saveTemplate(operator, frame("同一刻"));
    const replaces = { templateId: id, version };
    const attempts = await Promise.allSettled(
      [operator, admin].map((ctx) => saveTemplate(ctx, { ...frame("同一刻"), replaces })),
    );
    const refused = attempts.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.map(({ reason }: DomainError) => reason)).toEqual(["lookStale"]);
  });

  it("has a name of its own among the living of its kind", async () => {
    const { id } = await saveTemplate(operator, frame("同名"));
    await expect(saveTemplate(admin, frame("同名"))).rejects.toMatchObject({ reason: "lookTaken" });
    await saveTemplate(admin, { ...poster({}), name: "同名" });
    await archiveTemplate(admin, { templateId: id });
    await saveTemplate(admin, frame("同名"));
  });

  it("that was put away is in no list, is changed no more, and can still be looked at", async () => {
    const { id, version } = await saveTemplate(operator, frame("停用"));
    await archiveTemplate(admin, { templateId: id });
    expect((await listTemplates(admin, {})).map((template) => template.id)).not.toContain(id);
    expect((await getTemplate(marketing, { templateId: id })).isArchived).toBe(true);
    await expect(
      saveTemplate(operator, { ...frame("停用"), replaces: { templateId: id, version } }),
    ).rejects.toMatchObject({ reason: "packTemplateGone" });
    await expect(archiveTemplate(admin, { templateId: id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("with a picture nobody uploaded, or with something outside the poster, is refused at its field", async () => {
    const code = DEFAULT_POSTER.code;
    const [text] = DEFAULT_POSTER.texts;
    const texts = text ? [text, { ...text, y: 97 }] : [];
    const refusals = [
      [poster({ background: MISSING }), "lookAssetGone", "design"],
      [
        frame("无图", { logo: { asset: MISSING, place: "top", size: 30 } }),
        "lookAssetGone",
        "design",
      ],
      [poster({ code: { ...code, y: 80 } }), "lookOutside", "design.code.y"],
      [poster({ code: { ...code, width: 4 } }), "lookCodeSmall", "design.code.width"],
      [poster({ texts }), "lookOutside", "design.texts.1.y"],
    ] as const;
    for (const [input, reason, field] of refusals) {
      await expect(saveTemplate(operator, input)).rejects.toMatchObject({ reason, field });
    }
    await expect(saveTemplate(operator, poster({ code: { ...code, x: 70 } }))).rejects.toThrow(
      "lookOutside",
    );
  });

  it("is measured by its background, and tells of it", async () => {
    const wide = sharp({ create: { width: 2_000, height: 500, channels: 3, background: "#fff" } });
    const { sha256 } = await addAsset(operator, { bytes: await wide.png().toBuffer() });
    const code = { ...DEFAULT_POSTER.code, x: 5, y: 10, width: 20 };
    const { id } = await saveTemplate(operator, poster({ background: sha256, code, texts: [] }));
    expect((await getTemplate(admin, { templateId: id })).asset).toMatchObject({
      sha256,
      pixelWidth: 2_000,
      pixelHeight: 500,
    });
    const low = poster({ background: sha256, code: { ...code, width: 30 }, texts: [] });
    await expect(saveTemplate(operator, low)).rejects.toMatchObject({ field: "design.code.y" });
  });

  it("is refused with braces that have no partner, wrong numbers and texts that cannot be stored", async () => {
    const [line] = DEFAULT_FRAME.lines;
    if (!line) throw new Error("There is no first line.");
    const withText = (text: string) => frame("坏", { lines: [{ ...line, text }] });
    for (const text of ["{label", "label}", "{}", "{{label}}"]) {
      await expect(saveTemplate(operator, withText(text)), text).rejects.toThrow("lookTextBraces");
    }
    await expect(saveTemplate(operator, withText("a\0"))).rejects.toThrow("inputInvalid");
    await expect(saveTemplate(operator, withText(" "))).rejects.toThrow("lookTextMissing");
    for (const margin of [26, -1, Number.NaN]) {
      await expect(saveTemplate(operator, frame("坏", { margin }))).rejects.toThrow("lookNumber");
    }
    const ground = `#fff"/><script>`;
    await expect(saveTemplate(operator, frame("坏", { ground }))).rejects.toThrow("lookColor");
  });

  it("is no more than there is room for", async () => {
    const living = { kind: "frame" as const, archivedAt: null };
    const rest = TEMPLATES_MAX - (await runtime.db.packTemplate.count({ where: living }));
    const at = new Date();
    await runtime.db.packTemplate.createMany({
      data: Array.from({ length: rest }, (_, index) => ({
        ...living,
        name: `n${index}`,
        design: DEFAULT_FRAME,
        createdBy: "x",
        createdAt: at,
        updatedAt: at,
      })),
    });
    await expect(saveTemplate(operator, frame("多"))).rejects.toMatchObject({
      reason: "looksMany",
    });
  });

  it("is made and put away by none who may only look, and seen by no stranger", async () => {
    const [{ id: templateId } = { id: "" }] = await listTemplates(admin, {});
    const forbidden = { code: "forbidden" };
    await expect(saveTemplate(marketing, frame("x"))).rejects.toMatchObject(forbidden);
    await expect(archiveTemplate(marketing, { templateId })).rejects.toMatchObject(forbidden);
    const stranger = { ...marketing, actor: { kind: "anonymous", id: null, name: "—" } } as const;
    for (const asked of [listTemplates(stranger, {}), getTemplate(stranger, { templateId })]) {
      await expect(asked).rejects.toMatchObject({ code: "not_signed_in" });
    }
    for (const unknown of [randomUUID(), "x"]) {
      await expect(getTemplate(admin, { templateId: unknown })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});
