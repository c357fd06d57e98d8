import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGate } from "@/lib/gate/open-gate";
import { makePackLink } from "@/lib/packs/make-pack-link";
import { orderPack } from "@/lib/packs/order-pack";
import { revokePackLink } from "@/lib/packs/revoke-pack-link";
import { mint, orderOf, unzip } from "@/lib/testing/pack-desk";
import { openPackLinkDesk } from "@/lib/testing/pack-link-desk";
import type { PackLinkDesk } from "@/lib/testing/pack-link-desk";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: PackLinkDesk;
beforeAll(async () => {
  desk = await openPackLinkDesk();
});
afterAll(() => desk.close());

const takesOf = (linkId: string) =>
  desk.runtime.db.packTake.findMany({ where: { linkId }, orderBy: { takenAt: "asc" } });

describe("taking a pack", () => {
  it("leads to its file, with a name, and is written down with the last byte", async () => {
    const { path, linkId } = await desk.share(await desk.addPack(), { takesMax: 2 });
    const location = await desk.take(path, "192.0.2.30");
    expect(location).toMatch(
      /^\/pack\/[\w-]{43}\/[\w-]{43}\/%E6%98%A5%E8%8A%82%E6%A1%8C%E8%B4%B4\.zip$/,
    );
    expect(await takesOf(linkId)).toMatchObject([
      { takenBy: "印刷厂", address: "192.0.2.30", userId: null, completedAt: null },
    ]);
    const answer = await desk.get(location, "192.0.2.30");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-length": String(bytes.length),
      "content-type": "application/zip",
      "content-disposition": expect.stringContaining("filename*=UTF-8''%E6%98%A5"),
      "accept-ranges": "bytes",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    await expect
      .poll(async () => (await takesOf(linkId))[0]?.completedAt, { timeout: 5_000 })
      .toBeInstanceOf(Date);
    const link = await desk.runtime.db.packLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(link.takesCount).toBe(1);
  });

  it("can be carried on in the middle, gives the same bytes, and is not counted again", async () => {
    const { path, linkId } = await desk.share(await desk.addPack(), { takesMax: 1 });
    const location = await desk.take(path, "192.0.2.31");
    const whole = await desk.get(location, "192.0.2.31");
    const bytes = Buffer.from(await whole.arrayBuffer());
    const half = Math.floor(bytes.length / 2);
    const rest = await desk.get(location, "192.0.2.31", {
      Range: `bytes=${half}-`,
      "If-Range": whole.headers.get("etag") ?? "",
    });
    expect([rest.status, rest.headers.get("content-range")]).toEqual([
      206,
      `bytes ${half}-${bytes.length - 1}/${bytes.length}`,
    ]);
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(half))).toBe(true);
    const other = { Range: `bytes=${half}-`, "If-Range": '"another file"' };
    expect((await desk.get(location, "192.0.2.31", other)).status).toBe(200);
    const beyond = await desk.get(location, "192.0.2.31", { Range: `bytes=${bytes.length}-` });
    expect(beyond.status).toBe(416);
    expect(await takesOf(linkId)).toHaveLength(1);
  });

  it("may be of one file that is no ZIP, as a whole and in parts", async () => {
    const sheet = Buffer.from("%PDF-1.7 sheets of labels ".repeat(9_000));
    const { path } = await desk.share(await desk.addPack({ sheet, fileName: "标签.pdf" }));
    const location = await desk.take(path, "192.0.2.35");
    const whole = await desk.get(location, "192.0.2.35");
    expect(whole.headers.get("content-type")).toBe("application/pdf");
    expect(Buffer.from(await whole.arrayBuffer()).equals(sheet)).toBe(true);
    const part = await desk.get(location, "192.0.2.35", { Range: "bytes=100000-100009" });
    expect(await part.text()).toBe(sheet.subarray(100_000, 100_010).toString());
    const page = await (await desk.get(path, "192.0.2.35")).text();
    expect(page).toContain("SHA-256 of the file");
  });

  it("gives what the desk packed, whole", async () => {
    const sandbox = await openSandboxDesk();
    const gate = await openGate(sandbox.runtime.env, 0);
    const codeIds = [await mint(sandbox), await mint(sandbox)];
    const { packId } = await orderPack(sandbox.operator, orderOf(codeIds));
    const input = { packId, name: "印刷厂", days: 1, takesMax: 1, password: null };
    const { url } = await makePackLink(sandbox.operator, input);
    const answer = await fetch(`http://127.0.0.1:${gate.port}${new URL(url).pathname}`, {
      method: "POST",
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/zip"]);
    const names = [...(await unzip(Buffer.from(await answer.arrayBuffer()))).keys()];
    expect(names.filter((name) => name.endsWith(".jpg"))).toHaveLength(2);
    expect(names).toContain("manifest.json");
    await gate.close();
    await sandbox.close();
  });

  it("never goes beyond the limit, however many ask at once", async () => {
    const { path, linkId } = await desk.share(await desk.addPack(), { takesMax: 3 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, guest) => desk.post(path, `203.0.113.${guest}`)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([303, 303, 303, ...Array.from({ length: 17 }, () => 404)]);
    expect(await takesOf(linkId)).toHaveLength(3);
    const link = await desk.runtime.db.packLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(link.takesCount).toBe(3);
  });

  it("needs a ticket of this link, not of another one's or an old one", async () => {
    const packId = await desk.addPack();
    const [mine, other] = await Promise.all([desk.share(packId), desk.share(packId)]);
    const location = await desk.take(mine.path, "192.0.2.32");
    const foreign = location.replace(mine.path, other.path);
    expect((await desk.get(foreign, "192.0.2.32")).status).toBe(404);
    await desk.runtime.db.packTake.updateMany({
      where: { linkId: mine.linkId },
      data: { takenAt: new Date(Date.now() - 24 * 3_600_000 - 60_000) },
    });
    expect((await desk.get(location, "192.0.2.32")).status).toBe(404);
  });

  it("ends for new questions when the link is revoked, runs out, or the pack goes", async () => {
    const { db } = desk.runtime;
    const packId = await desk.addPack();
    const [revoked, expired, removed] = await Promise.all([
      desk.share(packId),
      desk.share(packId),
      desk.share(packId),
    ]);
    const locations = await Promise.all(
      [revoked, expired, removed].map(({ path }) => desk.take(path, "192.0.2.33")),
    );
    const statuses = () =>
      Promise.all(locations.map(async (at) => (await desk.get(at, "192.0.2.33")).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    await revokePackLink(desk.operator, { linkId: revoked.linkId });
    await db.packLink.update({ where: { id: expired.linkId }, data: { expiresAt: new Date(0) } });
    expect(await statuses()).toEqual([404, 404, 200]);
    await db.pack.update({ where: { id: packId }, data: { status: "removed" } });
    expect(await statuses()).toEqual([404, 404, 404]);
  });

  it("breaks off when the store has lost a file, so that nobody takes the rest for the whole", async () => {
    const lost = [Buffer.alloc(300_000, 1), Buffer.alloc(300_000, 2)];
    const packId = await desk.addPack({ contents: lost });
    await desk.runtime.db.packFile.updateMany({
      where: { packId, position: 2 },
      data: { objectKey: "packs/test/lost" },
    });
    const { path, linkId } = await desk.share(packId);
    const answer = await desk.get(await desk.take(path, "192.0.2.34"), "192.0.2.34");
    await expect(answer.arrayBuffer()).rejects.toThrow();
    expect((await takesOf(linkId))[0]?.completedAt).toBeNull();
  });
});

describe("downloads under way", () => {
  const large = Array.from({ length: 30 }, () => Buffer.alloc(2 * 1024 * 1024, 7));

  it("are eight of a link, and one that goes away makes room", async () => {
    const { path } = await desk.share(await desk.addPack({ contents: large }));
    const location = await desk.take(path, "192.0.2.40");
    const stop = new AbortController();
    const guest = { "X-Forwarded-For": "192.0.2.40" };
    const begun = await Promise.all(
      Array.from({ length: 8 }, () =>
        fetch(desk.url + location, { headers: guest, signal: stop.signal }),
      ),
    );
    expect(begun.map(({ status }) => status)).toEqual(begun.map(() => 200));
    const ninth = await desk.get(location, "192.0.2.40");
    expect([ninth.status, ninth.headers.get("retry-after")]).toEqual([503, "5"]);
    stop.abort();
    const again = async () => {
      const answer = await desk.get(location, "192.0.2.40", { Range: "bytes=0-9" });
      return answer.status;
    };
    await expect.poll(again, { timeout: 10_000 }).toBe(206);
  });

  it("hold up the end of the gate for its grace and no longer", async () => {
    const { path } = await desk.share(await desk.addPack({ contents: large }));
    const gate = await openGate(desk.runtime.env, 0);
    const location = await desk.take(path, "192.0.2.41");
    const slow = await fetch(`http://127.0.0.1:${gate.port}${location}`, {
      headers: { "X-Forwarded-For": "192.0.2.41" },
    });
    expect(slow.status).toBe(200);
    const closed = gate.close().then(() => "closed");
    expect(await Promise.race([closed, sleep(20_000)])).toBe("closed");
    await expect(slow.arrayBuffer()).rejects.toThrow();
  });
});
