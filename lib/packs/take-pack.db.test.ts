import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { continueTake } from "@/lib/packs/continue-take";
import { getPack } from "@/lib/packs/get-pack";
import { openPack } from "@/lib/packs/open-pack";
import { orderPack } from "@/lib/packs/order-pack";
import { removeOldPacks } from "@/lib/packs/remove-old-packs";
import { takePack } from "@/lib/packs/take-pack";
import { download, mint, orderOf, worker } from "@/lib/testing/pack-desk";
import { packFileKey, packFolder } from "@/lib/storage/object-keys";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const DAY_MS = 86_400_000;
const NOBODY = "018f4a00-0000-7000-8000-000000000000";

let desk: SandboxDesk;
let packId: string;
beforeAll(async () => {
  desk = await openSandboxDesk();
  const codeIds = [await mint(desk), await mint(desk), await mint(desk)];
  packId = (await orderPack(desk.operator, orderOf(codeIds))).packId;
});
afterAll(() => desk.close());

const later = (ms: number) => () => new Date(Date.now() + ms);
const open = (ctx: typeof desk.admin, takeId: string) =>
  openPack(ctx, { packId, takeId, range: null, ifRange: null });

describe("taking a pack", () => {
  it("gives for any range what the whole has there", async () => {
    const whole = await download(desk.marketing, packId);
    const size = whole.bytes.length;
    for (const [start, end] of [
      [0, 0],
      [17, 2_000],
      [size >> 1, size - 1],
      [size - 1, size - 1],
    ] as const) {
      const part = await download(desk.marketing, packId, { range: `bytes=${start}-${end}` });
      expect(part.status).toBe(206);
      expect(part.headers["Content-Range"]).toBe(`bytes ${start}-${end}/${size}`);
      expect(part.headers["Content-Length"]).toBe(String(end - start + 1));
      expect(part.bytes.equals(whole.bytes.subarray(start, end + 1))).toBe(true);
    }
    const tail = await download(desk.marketing, packId, { range: "bytes=-22" });
    expect(tail.bytes).toEqual(whole.bytes.subarray(-22));
    expect(tail.bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0005\u0006");
  });

  it("sends the whole to whoever began another file, and nothing of what is not there", async () => {
    const { headers, bytes } = await download(desk.marketing, packId);
    const range = "bytes=10-19";
    const same = await download(desk.marketing, packId, { range, ifRange: headers.ETag });
    expect([same.status, same.bytes.length]).toEqual([206, 10]);
    const other = await download(desk.marketing, packId, { range, ifRange: '"another"' });
    expect([other.status, other.bytes.length]).toEqual([200, bytes.length]);
    const beyond = await download(desk.marketing, packId, { range: `bytes=${bytes.length}-` });
    expect([beyond.status, beyond.body]).toEqual([416, null]);
    expect(beyond.headers["Content-Range"]).toBe(`bytes */${bytes.length}`);
  });

  it("counts as done only once the last byte went out", async () => {
    const { takeId } = await takePack(desk.marketing, { packId });
    const take = () => desk.runtime.db.packTake.findUniqueOrThrow({ where: { id: takeId } });
    await new Response(
      (await openPack(desk.marketing, { packId, takeId, range: "bytes=0-9", ifRange: null })).body,
    ).bytes();
    const reader = (await open(desk.marketing, takeId)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(await take()).toMatchObject({ completedAt: null, address: "192.0.2.1" });
    await new Response((await open(desk.marketing, takeId)).body).bytes();
    expect((await take()).completedAt).toBeInstanceOf(Date);
  });

  it("is carried on for a day by its taker, and begun anew by others and later", async () => {
    const { takeId } = await takePack(desk.marketing, { packId });
    const goOn = async (ctx: typeof desk.admin) => (await continueTake(ctx, { packId })).takeId;
    expect(await goOn(desk.marketing)).toBe(takeId);
    const begun = await goOn(desk.operator);
    expect(begun).not.toBe(takeId);
    expect(await goOn(desk.operator)).toBe(begun);
    const tomorrow = { ...desk.marketing, now: later(DAY_MS + 1_000) };
    expect(await goOn(tomorrow)).not.toBe(takeId);
    await expect(goOn(worker(desk))).rejects.toMatchObject({ code: "not_found" });
  });

  it("is one's own for a day, and gives others nothing", async () => {
    const { takeId } = await takePack(desk.marketing, { packId });
    const refused = { code: "not_found" };
    await expect(open(desk.admin, takeId)).rejects.toMatchObject(refused);
    await expect(open(worker(desk), takeId)).rejects.toMatchObject(refused);
    await expect(open(desk.marketing, NOBODY)).rejects.toMatchObject(refused);
    await expect(open(desk.marketing, "x")).rejects.toMatchObject(refused);
    const tomorrow = { ...desk.marketing, now: later(DAY_MS + 1_000) };
    await expect(open(tomorrow, takeId)).rejects.toMatchObject(refused);
    for (const packId of [NOBODY, "nothing"]) {
      await expect(takePack(desk.marketing, { packId })).rejects.toMatchObject(refused);
      await expect(getPack(desk.marketing, { packId })).rejects.toMatchObject(refused);
    }
  });
});

describe("a pack after its 30 days", () => {
  it("loses its file and keeps what is known of it, and another one stays whole", async () => {
    const { db, store } = desk.runtime;
    const { packId: other } = await orderPack(desk.operator, orderOf([await mint(desk)]));
    await db.pack.update({ where: { id: other }, data: { removeAt: later(90 * DAY_MS)() } });
    const before = await getPack(desk.marketing, { packId });
    const [paper] = await db.packFile.findMany({ where: { packId, codePosition: null } });
    await removeOldPacks(worker(desk, later(29 * DAY_MS)));
    expect((await getPack(desk.marketing, { packId })).status).toBe("ready");
    await removeOldPacks(worker(desk, later(31 * DAY_MS)));
    await removeOldPacks(worker(desk, later(31 * DAY_MS)));
    expect(await getPack(desk.marketing, { packId })).toEqual({ ...before, status: "removed" });
    expect(await db.packFile.count({ where: { packId } })).toBe(0);
    expect(await db.packCode.count({ where: { packId } })).toBe(3);
    expect(await store.stat(paper?.objectKey ?? "")).toBeNull();
    expect(paper?.objectKey.startsWith(packFolder(packId))).toBe(true);
    await expect(takePack(desk.marketing, { packId })).rejects.toMatchObject({
      reason: "packRemoved",
    });
    expect((await download(desk.marketing, other)).status).toBe(200);
  });

  it("and so do leftovers of one that failed, once nobody can write them any more", async () => {
    const { db, store } = desk.runtime;
    const { packId } = await orderPack(desk.operator, orderOf([await mint(desk)]));
    const key = packFileKey(packId, NOBODY, "1.png");
    await store.put(key, Buffer.from("left"));
    const claimedUntil = later(10_000)();
    await db.pack.update({ where: { id: packId }, data: { status: "cancelled", claimedUntil } });
    await removeOldPacks(worker(desk));
    expect(await store.stat(key)).not.toBeNull();
    await removeOldPacks(worker(desk, later(20_000)));
    expect(await store.stat(key)).toBeNull();
  });

  it("are removed by the clock and by nobody else", async () => {
    await expect(removeOldPacks(desk.admin)).rejects.toMatchObject({ code: "forbidden" });
  });
});
