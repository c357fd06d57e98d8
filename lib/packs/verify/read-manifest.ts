import { findContent } from "@/lib/packs/verify/find-content";
import { hashPart } from "@/lib/packs/verify/hash-part";
import type { Watch } from "@/lib/packs/verify/hash-part";
import { Manifest, MANIFEST_PATH } from "@/lib/packs/verify/manifest-schema";
import { NotAPackError } from "@/lib/packs/verify/not-a-pack-error";
import type { RandomReader } from "@/lib/packs/verify/random-reader";
import type { ZipEntry } from "@/lib/packs/verify/zip-entry";

/** More than that of the largest pack, and less than what a browser takes for one text. */
const MANIFEST_BYTES_MAX = 256 * 1024 * 1024;

/** The manifest of a pack and its hash; throws NotAPackError. */
export async function readManifest(
  reader: RandomReader,
  entries: readonly ZipEntry[],
  watch: Watch,
): Promise<{ manifest: Manifest; sha256: string }> {
  const entry = entries.find(({ path }) => path === MANIFEST_PATH);
  if (!entry) throw new NotAPackError("noManifest");
  const { byteSize } = entry;
  if (byteSize > MANIFEST_BYTES_MAX) throw new NotAPackError("tooMuch");
  const start = await findContent(reader, entry);
  if (start === null) throw new NotAPackError("broken");
  const bytes = await reader.read(start, byteSize);
  const manifest = Manifest.safeParse(parseJson(bytes)).data;
  const paths = new Set(manifest?.files.map(({ path }) => path));
  if (!manifest || paths.size !== manifest.files.length) throw new NotAPackError("badManifest");
  return { manifest, sha256: await hashPart(reader, { start, byteSize }, watch) };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
