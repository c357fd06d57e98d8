import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPack } from "@/lib/packs/verify/check-pack";
import {
  manifestOf,
  packOf,
  readerOf,
  samplePictures,
  sha256Of,
  zipOf,
} from "@/lib/packs/verify/testing/sample-pack";

const check = (bytes: Uint8Array) => checkPack(readerOf(bytes), { onRead: () => undefined });
const WHOLE = { missing: [], added: [], changed: [] };
const pictures = samplePictures(5);

/** Why it is no pack; any such file is told with the hash of the whole. */
async function why(bytes: Uint8Array): Promise<string | null> {
  const found = await check(bytes);
  expect(found).toMatchObject({ kind: "file", sha256: sha256Of(bytes) });
  return found.kind === "file" ? found.why : null;
}

describe("a pack as it left the desk", () => {
  it("is whole, and its hash is that of its manifest", async () => {
    expect(await check(await packOf(pictures))).toEqual({
      kind: "pack",
      sha256: sha256Of(manifestOf(pictures).bytes),
      pack: { id: "0193-1", name: "春季物料" },
      fileCount: 5,
      ...WHOLE,
    });
  });

  it("may have a comment behind it, and lie in another order", async () => {
    const zip = await zipOf([...pictures.toReversed(), manifestOf(pictures)]);
    const commented = Buffer.concat([zip, Buffer.from("from the printer")]);
    commented.writeUInt16LE(16, zip.length - 2);
    expect(await check(commented)).toMatchObject({ kind: "pack", fileCount: 5, ...WHOLE });
  });

  it("may have 70,000 files, which ask for ZIP64", async () => {
    const many = samplePictures(70_000);
    expect(await check(await packOf(many))).toMatchObject({ fileCount: 70_000, ...WHOLE });
  }, 120_000);

  it("is told of as it is read, and stops when asked to", async () => {
    const zip = await packOf(pictures);
    let done = 0;
    await checkPack(readerOf(zip), { onRead: (count) => (done += count) });
    const sizes = [...pictures, manifestOf(pictures)].map(({ bytes }) => bytes.length);
    expect(done).toBe(sizes.reduce((sum, size) => sum + size, 0));
    const watch = { onRead: () => undefined, signal: AbortSignal.abort() };
    await expect(checkPack(readerOf(zip), watch)).rejects.toThrow("aborted");
  });
});

describe("what was done to a pack", () => {
  it("a missing, an added and a changed file are named", async () => {
    const [first, second, third, ...rest] = pictures;
    if (!first || !second || !third) throw new Error("There are five.");
    const added = { path: "virus.exe", bytes: Buffer.from("MZ") };
    const sameSize = { ...second, bytes: Buffer.from("pictur3 1") };
    const longer = { ...third, bytes: Buffer.from("picture 2!") };
    const zip = await zipOf([manifestOf(pictures), sameSize, longer, ...rest, added]);
    expect(await check(zip)).toMatchObject({
      kind: "pack",
      missing: [first.path],
      added: ["virus.exe"],
      changed: [second.path, third.path],
      fileCount: 5,
    });
  });

  it("a manifest that was changed with its file shows in the hash alone", async () => {
    const forged = [{ path: "上海/0.png", bytes: Buffer.from("forged") }, ...pictures.slice(1)];
    const found = await check(await packOf(forged));
    expect(found).toMatchObject({ kind: "pack", ...WHOLE });
    expect(found.sha256).not.toBe((await check(await packOf(pictures))).sha256);
  });

  it("no byte of a file changes unseen", async () => {
    const zip = await packOf(pictures);
    for (const { path, bytes } of [manifestOf(pictures), ...pictures]) {
      const start = zip.indexOf(bytes);
      for (let at = start; at < start + bytes.length; at += 1) {
        const spoilt = Buffer.from(zip);
        spoilt[at] = (spoilt[at] ?? 0) ^ 1;
        const found = await check(spoilt);
        if (path === "manifest.json") expect(found.sha256).not.toBe(sha256Of(bytes));
        else expect(found).toMatchObject({ changed: [path] });
      }
    }
  });

  it("a name its own record tells otherwise makes the file a changed one", async () => {
    const zip = await packOf(pictures);
    zip.write("X", zip.indexOf("3.png", 30 + manifestOf(pictures).bytes.length));
    expect(await check(zip)).toMatchObject({ changed: ["上海/3.png"] });
  });
});

describe("what is no pack", () => {
  it("is told by its reason and by the hash of the whole", async () => {
    const zip = await packOf(pictures);
    expect(await why(Buffer.from("%PDF-1.7 label sheets"))).toBe("notZip");
    expect(await why(Buffer.alloc(0))).toBe("notZip");
    expect(await why(zip.subarray(0, zip.length - 9))).toBe("broken");
    expect(await why(zip.subarray(0, 40))).toBe("broken");
    expect(await why(zip.subarray(30))).toBe("broken");
    expect(await why(await zipOf(pictures))).toBe("noManifest");
    expect(await why(await zipOf([]))).toBe("noManifest");
    const bad = { path: "manifest.json", bytes: Buffer.from('{"files":[]}') };
    expect(await why(await zipOf([bad]))).toBe("badManifest");
    const doubled = manifestOf([...pictures, ...pictures]);
    expect(await why(await zipOf([doubled, ...pictures]))).toBe("badManifest");
  });

  it("are a compressed and a locked ZIP", async () => {
    const zip = await packOf(pictures);
    const central = zip.lastIndexOf(Buffer.from("PK\u0001\u0002"));
    const compressed = Buffer.from(zip);
    compressed.writeUInt16LE(8, central + 10);
    expect(await why(compressed)).toBe("packedAgain");
    const locked = Buffer.from(zip);
    locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8);
    expect(await why(locked)).toBe("packedAgain");
  });

  it("is one whose files lie over each other, or two of which have one name", async () => {
    const zip = await packOf(pictures);
    const central = zip.lastIndexOf(Buffer.from("PK\u0001\u0002"));
    const over = Buffer.from(zip);
    over.writeUInt32LE(zip.readUInt32LE(central + 42) - 1, central + 42);
    expect(await why(over)).toBe("broken");
    const doubled = Buffer.from(zip);
    doubled.write("3.png", central + 46 + Buffer.byteLength("上海/"));
    expect(await why(doubled)).toBe("broken");
  });

  it("is one that claims more than any pack has", async () => {
    const zip = await packOf(pictures);
    const end = zip.length - 22;
    const claiming = (count: bigint, centralBytes: bigint) => {
      const record = Buffer.alloc(76);
      record.writeUInt32LE(0x0606_4b50, 0);
      record.writeBigUInt64LE(count, 32);
      record.writeBigUInt64LE(centralBytes, 40);
      record.writeUInt32LE(0x0706_4b50, 56);
      record.writeBigUInt64LE(BigInt(end), 64);
      const claim = Buffer.concat([zip.subarray(0, end), record, zip.subarray(end)]);
      claim.writeUInt16LE(0xffff, end + 76 + 10);
      return claim;
    };
    expect(await why(claiming(10_000_000_000n, 1n))).toBe("tooMuch");
    expect(await why(claiming(2n ** 63n, 2n ** 63n))).toBe("broken");
    expect(await why(claiming(5n, 1n))).toBe("broken");
  });

  it("never makes the check fail, whatever its bytes", async () => {
    const zip = await packOf(samplePictures(2));
    const place = fc.nat(zip.length - 1);
    const changes = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, place, async (spoilt, end) => {
        const bytes = Buffer.from(zip);
        for (const [at, byte] of spoilt) bytes[at] = byte;
        await check(bytes);
        await check(bytes.subarray(0, end));
        await check(bytes.subarray(end));
      }),
      { numRuns: 500 },
    );
  });
});
