import { expect, it } from "vitest";
import { blobReader } from "@/components/packs/verify/blob-reader";
import { checkPack } from "@/lib/packs/verify/check-pack";
import { packOf, samplePictures } from "@/lib/packs/verify/testing/sample-pack";

it("a pack in the browser is read in slices and checked as on the disk", async () => {
  const pictures = samplePictures(20);
  const reader = blobReader(new Blob([Uint8Array.from(await packOf(pictures))]));
  const check = await checkPack(reader, { onRead: () => undefined });
  expect(check).toMatchObject({ kind: "pack", fileCount: 20, missing: [], changed: [], added: [] });
});

it("slices end where the file ends", async () => {
  const reader = blobReader(new Blob(["0123456789"]));
  expect(reader.byteSize).toBe(10);
  expect(Buffer.from(await reader.read(8, 100)).toString()).toBe("89");
  expect(await reader.read(20, 5)).toHaveLength(0);
});
