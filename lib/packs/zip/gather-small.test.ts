import fc from "fast-check";
import { expect, it } from "vitest";
import { gatherSmall } from "@/lib/packs/zip/gather-small";

async function gather(sizes: readonly number[]): Promise<Buffer[]> {
  async function* pieces() {
    for (const [index, size] of sizes.entries()) yield Buffer.alloc(size, index);
  }
  const gathered: Buffer[] = [];
  for await (const piece of gatherSmall(pieces())) gathered.push(piece);
  return gathered;
}

const sizesOf = (pieces: readonly Buffer[]) => pieces.map(({ length }) => length);

it("small pieces come together, large ones by themselves", async () => {
  expect(sizesOf(await gather([75, 60_000, 75, 60_000, 22]))).toEqual([75, 60_000, 75, 60_000, 22]);
  expect(sizesOf(await gather([75, 10, 0, 75, 10]))).toEqual([170]);
  expect(sizesOf(await gather(Array.from({ length: 100 }, () => 1_000)))).toEqual([66_000, 34_000]);
  expect(await gather([0, 0])).toEqual([]);
});

it("no byte is lost, moved or empty", async () => {
  const anySizes = fc.array(fc.oneof(fc.nat(100), fc.integer({ min: 16_000, max: 70_000 })));
  await fc.assert(
    fc.asyncProperty(anySizes, async (sizes) => {
      const gathered = await gather(sizes);
      const expected = sizes.map((size, index) => Buffer.alloc(size, index));
      expect(Buffer.concat(gathered).equals(Buffer.concat(expected))).toBe(true);
      expect(sizesOf(gathered)).not.toContain(0);
    }),
    { numRuns: 50 },
  );
});
