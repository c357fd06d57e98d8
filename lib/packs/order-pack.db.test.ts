import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { verifyChain } from "@/lib/audit/verify-chain";
import { editCode } from "@/lib/codes/edit-code";
import { insertCodes } from "@/lib/codes/testing/insert-codes";
import { getPack } from "@/lib/packs/get-pack";
import { listPacks } from "@/lib/packs/list-packs";
import { listPacksOfCode } from "@/lib/packs/list-packs-of-code";
import { orderPack } from "@/lib/packs/order-pack";
import { preparePack } from "@/lib/packs/prepare-pack";
import { previewPack } from "@/lib/packs/preview-pack";
import type { PackOptions } from "@/lib/packs/schema";
import { asJustOrdered, download, mint, orderOf, unzip, worker } from "@/lib/testing/pack-desk";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { asPerson } from "@/lib/testing/test-runtime";

const NAMES: PackOptions = { form: "pictures", nameTemplate: "{city}/{label}", isAscii: false };
const UNKNOWN = "018f4a00-0000-7000-8000-000000000000";

let desk: SandboxDesk;
let codeIds: string[];
let trial: string;
let queued: string;

beforeAll(async () => {
  desk = await openSandboxDesk();
  codeIds = [
    await mint(desk, { label: "桌 1", tags: ["门店"], carries: carries("北京") }),
    await mint(desk, { label: "桌 1", carries: carries("北京") }),
    await mint(desk, { label: "=HYPERLINK(1)", carries: carries("上海") }),
  ];
  trial = await mint(desk, { label: "体验", envVersion: "trial" });
  [queued = ""] = await insertCodes(desk.runtime, 1);
});
afterAll(() => desk.close());

function carries(city: string) {
  return { as: "payload" as const, payload: { city, table: 3 } };
}

const entriesOf = (packId: string) =>
  desk.runtime.db.auditEntry.findMany({
    where: { targetKind: "pack", targetId: packId },
    orderBy: { seq: "asc" },
  });

describe("a pack before it is ordered", () => {
  it("is counted, with what is left out and names as they will be", async () => {
    const selection = { kind: "codes" as const, codeIds: [...codeIds, trial, queued] };
    const preview = await previewPack(desk.marketing, { selection, options: NAMES });
    expect(preview).toMatchObject({
      codeCount: 3,
      leftOut: { trial: 1, waiting: 1 },
      isTooMany: false,
      sampleNames: ["北京/桌 1.jpg", "北京/桌 1 (2).jpg", "上海/=HYPERLINK(1).jpg"],
      payloadKeys: ["city", "table"],
      sampleCodeId: codeIds[0],
    });
    expect(preview.pictureBytes).toBeGreaterThan(1_000);
  });

  it("can be looked at while its options are not chosen yet", async () => {
    const selection = { kind: "filter" as const, filters: { envVersion: "any" as const } };
    const options = { form: "framed" as const, drawing: null };
    expect(await previewPack(desk.marketing, { selection, options })).toMatchObject({
      codeCount: 3,
      leftOut: { trial: 1, waiting: 1 },
    });
  });
});

describe("an ordered pack", () => {
  it("holds every picture byte for byte under its name, and papers that agree", async () => {
    const ordered = await orderPack(
      desk.operator,
      orderOf([...codeIds, trial], { options: NAMES }),
    );
    expect(ordered).toMatchObject({ status: "ready", isSameRequest: false });
    const { bytes, headers, status } = await download(desk.marketing, ordered.packId);
    expect(status).toBe(200);
    expect(headers["Content-Length"]).toBe(String(bytes.length));
    const files = await unzip(bytes);
    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "") as {
      pack: Record<string, unknown>;
      files: { path: string; byteSize: number; sha256: string }[];
      codes: Record<string, unknown>[];
    };
    const entries = await entriesOf(ordered.packId);
    expect(entries.map(({ action }) => action)).toEqual([
      "pack.ordered",
      "pack.ready",
      "pack.taken",
    ]);
    expect(manifest.pack).toMatchObject({ codeCount: 3, logEntry: String(entries[0]?.seq) });
    expect(manifest.files.map((file) => file.path)).toEqual(
      [...files.keys()].filter((name) => name !== "manifest.json"),
    );
    for (const { path, byteSize, sha256 } of manifest.files) {
      const found = files.get(path) ?? Buffer.alloc(0);
      expect([found.length, createHash("sha256").update(found).digest("hex")]).toEqual([
        byteSize,
        sha256,
      ]);
    }
    const { pictureSha256 } = await desk.runtime.db.code.findUniqueOrThrow({
      where: { id: codeIds[1] },
    });
    expect(manifest.codes[1]).toMatchObject({
      file: "北京/桌 1 (2).jpg",
      sha256: pictureSha256,
      payload: { city: "北京", table: 3 },
      isSandbox: true,
      problem: null,
    });
    expect(manifest.codes[1]?.logEntry).toMatch(/^\d+$/);
    const csv = files.get("manifest.csv")?.toString() ?? "";
    expect(csv.startsWith("\uFEFF文件,编号,名称")).toBe(true);
    expect(csv).toContain("'=HYPERLINK(1)");
    expect(csv.split("\r\n")).toHaveLength(5);
    expect(files.get("contact-sheet.html")?.toString()).toContain(
      `src="${encodeURIComponent("北京")}/${encodeURIComponent("桌 1 (2).jpg")}"`,
    );
    const readMe = files.get("readme.txt")?.toString() ?? "";
    expect(readMe).toContain("430 像素 = 36.4 毫米（3 张）");
    expect(readMe).toContain("体验版：1 个");
    expect(readMe).toContain("沙箱练习码：3 个");
    expect([...files.keys()]).not.toContain("MISSING.txt");
    const detail = await getPack(desk.marketing, { packId: ordered.packId });
    const hash = createHash("sha256")
      .update(files.get("manifest.json") ?? "")
      .digest("hex");
    expect(detail).toMatchObject({
      sha256: hash,
      byteSize: bytes.length,
      fileCount: files.size,
      leftOut: { trial: 1 },
      takeCount: 1,
      takes: [{ takenBy: desk.marketing.actor.name, address: "192.0.2.1" }],
    });
    expect(detail.takes[0]?.completedAt).toBeInstanceOf(Date);
    expect(await verifyChain(desk.admin)).toMatchObject({ intact: true });
  });

  it("stays as it was ordered when a label is edited before it is prepared", async () => {
    const codeId = await mint(desk, { label: "旧名" });
    const { packId } = await orderPack(desk.operator, orderOf([codeId], { options: NAMES }));
    await asJustOrdered(desk.runtime, packId);
    await editCode(desk.operator, { codeId, label: "新名", tags: [], campaignId: null });
    await preparePack(worker(desk), { packId });
    const files = await unzip((await download(desk.operator, packId)).bytes);
    expect([...files.keys()]).toContain("旧名.jpg");
    expect(files.get("manifest.csv")?.toString()).toContain("旧名");
  });

  it("is one, however often its form is sent, and nobody else's for the same key", async () => {
    const order = orderOf(codeIds);
    const both = await Promise.all([
      orderPack(desk.operator, order),
      orderPack(desk.operator, order),
    ]);
    expect(new Set(both.map(({ packId }) => packId)).size).toBe(1);
    expect(await orderPack(desk.operator, order)).toMatchObject({ isSameRequest: true });
    await expect(orderPack(desk.admin, order)).rejects.toThrow();
    expect(await entriesOf(both[0]?.packId ?? "")).toHaveLength(2);
  });

  it("stands in the lists, newest first, and at its codes", async () => {
    const { packId } = await orderPack(
      desk.operator,
      orderOf([codeIds[0] ?? ""], { name: "最新" }),
    );
    const { rows, next } = await listPacks(desk.marketing, { limit: 1 });
    expect(rows).toMatchObject([{ id: packId, name: "最新", takeCount: 0, status: "ready" }]);
    const second = await listPacks(desk.marketing, { limit: 200, cursor: next ?? "" });
    expect(second.rows.map(({ id }) => id)).not.toContain(packId);
    expect(second.rows.length).toBeGreaterThan(1);
    const [newest] = await listPacksOfCode(desk.marketing, { codeId: codeIds[0] ?? "" });
    expect(newest).toMatchObject({ id: packId, name: "最新" });
  });
});

describe("what is refused", () => {
  it("a pack with nothing in it, naming what was left out", async () => {
    await expect(orderPack(desk.operator, orderOf([trial, queued]))).rejects.toMatchObject({
      reason: "packEmpty",
      values: { trial: 1, develop: 0, waiting: 1, failed: 0, unknown: 0 },
    });
    const selection = { kind: "filter" as const, filters: { search: "没有这个" } };
    await expect(orderPack(desk.operator, orderOf([], { selection }))).rejects.toMatchObject({
      reason: "packNothingFound",
    });
  });

  it("codes, batches and campaigns nobody knows", async () => {
    for (const selection of [
      { kind: "codes" as const, codeIds: [...codeIds, UNKNOWN] },
      { kind: "batch" as const, batchId: UNKNOWN },
      { kind: "campaign" as const, campaignId: UNKNOWN },
    ]) {
      const order = orderPack(desk.operator, orderOf([], { selection }));
      await expect(order).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("a name template that cannot be read, and a look that is gone", async () => {
    const options = { ...NAMES, nameTemplate: "{label" };
    await expect(orderPack(desk.operator, orderOf(codeIds, { options }))).rejects.toMatchObject({
      reason: "packTemplateBraces",
      field: "options.nameTemplate",
    });
    const drawing = { templateId: UNKNOWN, imageType: "png" as const, pixelWidth: 600 };
    const framed = { ...NAMES, form: "framed" as const, drawing };
    await expect(
      orderPack(desk.operator, orderOf(codeIds, { options: framed })),
    ).rejects.toMatchObject({ reason: "packTemplateGone" });
  });

  it("names no file system and no database can hold", async () => {
    for (const name of ["", "x".repeat(101), "a\0b", "a\nb"]) {
      const order = orderPack(desk.operator, orderOf(codeIds, { name }));
      await expect(order, name).rejects.toBeInstanceOf(ZodError);
    }
  });

  it("an order by marketing, and everything by a stranger", async () => {
    await expect(orderPack(desk.marketing, orderOf(codeIds))).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = {
      ...(await asPerson(desk.runtime, "marketing")),
      actor: { kind: "anonymous", id: null, name: "—" },
    } as const;
    const { packId } = await orderPack(desk.operator, orderOf(codeIds));
    for (const attempt of [
      () => getPack(stranger, { packId }),
      () => listPacks(stranger, {}),
      () => download(stranger, packId),
      () => previewPack(stranger, { selection: { kind: "codes", codeIds }, options: NAMES }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_signed_in" });
    }
  });
});
