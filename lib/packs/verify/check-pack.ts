import { findContent } from "@/lib/packs/verify/find-content";
import { hashPart } from "@/lib/packs/verify/hash-part";
import type { Watch } from "@/lib/packs/verify/hash-part";
import { NotAPackError } from "@/lib/packs/verify/not-a-pack-error";
import type { NotAPack } from "@/lib/packs/verify/not-a-pack-error";
import type { RandomReader } from "@/lib/packs/verify/random-reader";
import { readDirectory } from "@/lib/packs/verify/read-directory";
import { readManifest } from "@/lib/packs/verify/read-manifest";
import type { ZipEntry } from "@/lib/packs/verify/zip-entry";
import { MANIFEST_PATH } from "@/lib/packs/verify/manifest-schema";
import { windowed } from "@/lib/packs/verify/windowed";

/** What became of a file that left the house. */
export type PackCheck =
  | {
      kind: "pack";
      /** Of its manifest, which names the hash of every other file. */
      sha256: string;
      pack: { id: string; name: string };
      fileCount: number;
      /** Named in the manifest and not there. */
      missing: readonly string[];
      /** There and not named. */
      added: readonly string[];
      /** Not what the manifest says. */
      changed: readonly string[];
    }
  /** Any other file, such as label sheets: the desk may know it by the hash of the whole. */
  | { kind: "file"; sha256: string; why: NotAPack };

/** Holds a file against its own manifest; needs neither the desk nor a network. */
export async function checkPack(file: RandomReader, watch: Watch): Promise<PackCheck> {
  const reader = windowed(file);
  try {
    return await checkZip(reader, watch);
  } catch (error) {
    if (!(error instanceof NotAPackError)) throw error;
    const whole = { start: 0, byteSize: file.byteSize };
    return { kind: "file", sha256: await hashPart(reader, whole, watch), why: error.why };
  }
}

async function checkZip(reader: RandomReader, watch: Watch): Promise<PackCheck> {
  const entries = await readDirectory(reader);
  const { manifest, sha256 } = await readManifest(reader, entries, watch);
  const named = new Map(manifest.files.map((file) => [file.path, file]));
  const others = entries.filter(({ path }) => path !== MANIFEST_PATH);
  const present = new Set(others.map(({ path }) => path));
  const changed: string[] = [];
  for (const entry of others) {
    const said = named.get(entry.path);
    if (said && !(await isAsSaid(reader, entry, said, watch))) changed.push(entry.path);
  }
  return {
    kind: "pack",
    sha256,
    pack: manifest.pack,
    fileCount: others.length,
    missing: manifest.files.map(({ path }) => path).filter((path) => !present.has(path)),
    added: others.map(({ path }) => path).filter((path) => !named.has(path)),
    changed,
  };
}

async function isAsSaid(
  reader: RandomReader,
  entry: ZipEntry,
  said: { byteSize: number; sha256: string },
  watch: Watch,
): Promise<boolean> {
  const { byteSize } = entry;
  const start = byteSize === said.byteSize ? await findContent(reader, entry) : null;
  if (start === null) {
    watch.onRead(byteSize);
    return false;
  }
  return (await hashPart(reader, { start, byteSize }, watch)) === said.sha256;
}
