import { readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DomainError } from "@/lib/core/errors";
import { cancelPack } from "@/lib/packs/cancel-pack";
import { claimRun } from "@/lib/packs/claim-run";
import { finishRun } from "@/lib/packs/end-run";
import { getPack } from "@/lib/packs/get-pack";
import { DEFAULT_LABELS } from "@/lib/packs/label-schema";
import { orderPack } from "@/lib/packs/order-pack";
import { StaleRunError } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";
import { preparePack } from "@/lib/packs/prepare-pack";
import { savePage } from "@/lib/packs/save-page";
import type { OrderPackInput } from "@/lib/packs/schema";
import { DEFAULT_SPREADSHEET } from "@/lib/packs/spreadsheet-schema";
import {
  asJustOrdered,
  download,
  endLease,
  mint,
  orderOf,
  unzip,
  worker,
} from "@/lib/testing/pack-desk";
import { wakePacks } from "@/lib/packs/wake-packs";
import { objectsFolder } from "@/lib/storage/objects-folder";
import { nullIfMissing } from "@/lib/storage/errno";
import { packFolder, pictureKey } from "@/lib/storage/object-keys";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
let codeIds: string[];
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  codeIds = [await mint(desk, { label: "桌 1" }), await mint(desk, { label: "桌 2" })];
});

const packOf = (packId: string) => getPack(desk.marketing, { packId });

async function order(changes: Partial<OrderPackInput> = {}): Promise<string> {
  return (await orderPack(desk.operator, orderOf(codeIds, changes))).packId;
}

async function orderOnly(): Promise<string> {
  const packId = await order();
  await asJustOrdered(desk.runtime, packId);
  return packId;
}

/** Where the bytes of a code's picture lie. */
async function pictureFile(codeId = ""): Promise<string> {
  const code = await desk.runtime.db.code.findUniqueOrThrow({ where: { id: codeId } });
  return path.join(objectsFolder(desk.runtime.env), pictureKey(code.pictureSha256 ?? ""));
}

async function begin(packId: string): Promise<PackRun> {
  const claim = await claimRun(worker(desk), packId);
  if (claim.kind !== "mine") throw new Error(claim.kind);
  const { pack, runToken } = claim;
  const { signal } = new AbortController();
  const options = orderOf([]).options;
  return { ctx: worker(desk), pack, runToken, signal, options, words: (key) => key };
}

const MADE = { fileCount: 1, byteSize: 1, centralOffset: 1, sha256: "0".repeat(64) };

describe("a run", () => {
  it("that died is made anew once its lease is over, and its results are refused", async () => {
    const packId = await orderOnly();
    const dead = await begin(packId);
    const file = { position: 1, path: "half.jpg", objectKey: "x", ...MADE, crc32: 1, zipOffset: 0 };
    await savePage(dead, { doneCount: 1, files: [{ ...file, codePosition: 1 }] });
    await preparePack(worker(desk), { packId });
    expect(await packOf(packId)).toMatchObject({ status: "preparing", doneCount: 1 });
    await endLease(desk.runtime, packId);
    await preparePack(worker(desk), { packId });
    await expect(savePage(dead, { doneCount: 2 })).rejects.toThrow(StaleRunError);
    await expect(finishRun(dead, MADE)).rejects.toThrow(StaleRunError);
    expect(await packOf(packId)).toMatchObject({ status: "ready", doneCount: 2 });
    const files = await unzip((await download(desk.operator, packId)).bytes);
    expect([...files.keys()]).not.toContain("half.jpg");
    expect(files.size).toBe(7);
  });

  it("looks again by a job of its own while another is at it, and does nothing once it is ready", async () => {
    const packId = await orderOnly();
    await begin(packId);
    const jobs = () =>
      desk.runtime.pool
        .query("SELECT FROM pgboss.job WHERE data ->> 'packId' = $1", [packId])
        .then(({ rowCount }) => rowCount);
    const before = await jobs();
    await preparePack(worker(desk), { packId });
    expect(await jobs()).toBe((before ?? 0) + 1);
    await endLease(desk.runtime, packId);
    await preparePack(worker(desk), { packId });
    const { readyAt } = await packOf(packId);
    await preparePack(worker(desk), { packId });
    expect((await packOf(packId)).readyAt).toEqual(readyAt);
  });

  it("that dies every time is given up with its reason", async () => {
    const packId = await orderOnly();
    for (let run = 1; run <= 5; run += 1) {
      await begin(packId);
      await endLease(desk.runtime, packId);
    }
    await preparePack(worker(desk), { packId });
    expect(await packOf(packId)).toMatchObject({ status: "failed", failure: "packBroken" });
  });

  it("is woken when its job was lost", async () => {
    const packId = await orderOnly();
    const { pool, db } = desk.runtime;
    await pool.query("DELETE FROM pgboss.job WHERE name = 'packs.prepare'");
    await db.$executeRaw`UPDATE packs SET created_at = now() - interval '2 minutes' WHERE id = ${packId}::uuid`;
    await wakePacks(worker(desk));
    await wakePacks(worker(desk));
    const { rowCount } = await pool.query("SELECT FROM pgboss.job WHERE data ->> 'packId' = $1", [
      packId,
    ]);
    expect(rowCount).toBe(1);
  });

  it("stops where the pack is cancelled, which only a preparing one can be", async () => {
    const packId = await orderOnly();
    const run = await begin(packId);
    await savePage(run, { doneCount: 1 });
    await expect(cancelPack(desk.marketing, { packId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await cancelPack(desk.operator, { packId });
    await cancelPack(desk.operator, { packId });
    await expect(savePage(run, { doneCount: 2 })).rejects.toThrow(StaleRunError);
    await preparePack(worker(desk), { packId });
    expect(await packOf(packId)).toMatchObject({ status: "cancelled", doneCount: 1 });
    const entry = await desk.runtime.db.auditEntry.findFirst({
      where: { targetId: packId, action: "pack.cancelled" },
    });
    expect(entry?.details).toEqual({ doneCount: 1 });
    await expect(cancelPack(desk.operator, { packId: await order() })).rejects.toMatchObject({
      reason: "packDone",
    });
    await expect(download(desk.operator, packId)).rejects.toMatchObject({ reason: "packNotReady" });
  });
});

describe("a stored picture", () => {
  it("that is missing or of another size is named everywhere and not in the pack", async () => {
    codeIds.push(await mint(desk, { label: "桌 3" }));
    await rm(await pictureFile(codeIds[0]));
    await writeFile(await pictureFile(codeIds[1]), "half");
    const packId = await order();
    const detail = await packOf(packId);
    expect(detail).toMatchObject({
      status: "ready",
      problemCount: 2,
      problems: [
        { codeId: codeIds[0], label: "桌 1", problem: "missing" },
        { codeId: codeIds[1], label: "桌 2", problem: "damaged" },
      ],
    });
    const files = await unzip((await download(desk.operator, packId)).bytes);
    const pictures = [...files.keys()].filter((name) => name.endsWith(".jpg"));
    expect(pictures).toHaveLength(1);
    const [first, second] = detail.problems;
    const missing = files.get("MISSING.txt")?.toString() ?? "";
    expect(missing).toContain(`${first?.serial}\t图片缺失\t桌 1\r\n`);
    expect(missing).toContain(`${second?.serial}\t图片损坏\t桌 2\r\n`);
    expect(files.get("readme.txt")?.toString()).toContain("缺失或损坏的图片：2 张");
    const csv = files.get("manifest.csv")?.toString().split("\r\n") ?? [];
    expect(csv[1]).toMatch(/^,.*图片缺失$/);
    expect(csv[3]).toMatch(/^[^,]+\.jpg,.*,$/);
  });

  it("missing for every code fails the pack with cause and fix", async () => {
    for (const codeId of codeIds) await rm(await pictureFile(codeId));
    const packId = await order();
    expect(await packOf(packId)).toMatchObject({ status: "failed", failure: "packAllMissing" });
    const entry = await desk.runtime.db.auditEntry.findFirst({
      where: { targetId: packId, action: "pack.failed" },
    });
    expect(entry?.details).toEqual({ why: "packAllMissing" });
  });

  it("damaged in its size breaks the download, is noted, and is left out of the next pack", async () => {
    const file = await pictureFile(codeIds[1]);
    const code = await desk.runtime.db.code.findUniqueOrThrow({
      where: { id: codeIds[1] },
      include: { picture: true },
    });
    await writeFile(file, Buffer.alloc(code.picture?.byteSize ?? 0, 7));
    const packId = await order();
    expect(await packOf(packId)).toMatchObject({ status: "ready", problemCount: 0 });
    await expect(download(desk.operator, packId)).rejects.toThrow();
    await expect
      .poll(() => packOf(packId))
      .toMatchObject({
        problemCount: 1,
        problems: [{ codeId: codeIds[1], problem: "damaged" }],
        takes: [{ completedAt: null }],
      });
    const again = await order();
    expect(await packOf(again)).toMatchObject({ status: "ready", problemCount: 1 });
    await expect(download(desk.operator, again)).resolves.toMatchObject({ status: 200 });
  });
});

describe("a store that fails", () => {
  it("on the way fails the pack with its reason and keeps nothing of it", async () => {
    const packId = await orderOnly();
    const { store } = desk.runtime;
    const full: typeof store = {
      ...store,
      putStream: (key, chunks) =>
        key.endsWith(".html")
          ? Promise.reject(new DomainError("storage_unavailable", "storageFull"))
          : store.putStream(key, chunks),
    };
    const { runtime, ...ctx } = worker(desk);
    await preparePack({ ...ctx, runtime: { ...runtime, store: full } }, { packId });
    expect(await packOf(packId)).toMatchObject({ status: "failed", failure: "storageFull" });
    const folder = path.join(objectsFolder(desk.runtime.env), packFolder(packId));
    expect((await nullIfMissing(readdir(folder, { recursive: true }))) ?? []).toEqual([]);
  });
});

describe("a pack of one file", () => {
  it.each([
    ["labels", { form: "labels", labels: DEFAULT_LABELS }, "%PDF-", ".pdf"],
    ["spreadsheet", { form: "spreadsheet", spreadsheet: DEFAULT_SPREADSHEET }, "PK", ".xlsx"],
  ] as const)("of %s is made by the job and comes out as it was hashed", async (...row) => {
    const [, options, magic, extension] = row;
    const packId = await order({ options });
    expect(await packOf(packId)).toMatchObject({ status: "preparing", doneCount: 0 });
    await preparePack(worker(desk), { packId });
    const detail = await packOf(packId);
    expect(detail).toMatchObject({ status: "ready", fileCount: 1, doneCount: 2 });
    const { bytes, headers, fileName } = await download(desk.marketing, packId);
    expect(fileName).toBe(`春茶桌贴${extension}`);
    expect(bytes.subarray(0, magic.length).toString()).toBe(magic);
    expect([bytes.length, headers.ETag]).toEqual([
      detail.byteSize,
      `"${detail.sha256}-${bytes.length}"`,
    ]);
    const part = await download(desk.marketing, packId, { range: "bytes=7-99" });
    expect(part.bytes).toEqual(bytes.subarray(7, 100));
  });
});
