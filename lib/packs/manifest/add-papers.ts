import { contactSheet } from "@/lib/packs/manifest/contact-sheet";
import { manifestJson } from "@/lib/packs/manifest/manifest-json";
import { manifestTable } from "@/lib/packs/manifest/manifest-table";
import { missingList } from "@/lib/packs/manifest/missing-list";
import { PAPERS } from "@/lib/packs/manifest/paper-names";
import { readMe } from "@/lib/packs/manifest/read-me";
import type { PackRun } from "@/lib/packs/pack-run";
import { savePage } from "@/lib/packs/save-page";
import type { ZipLayout } from "@/lib/packs/zip/zip-layout";
import { csvFile } from "@/lib/core/csv-file";
import { xlsxFile } from "@/lib/core/xlsx-file";
import { packFileKey } from "@/lib/storage/object-keys";

type Paper = readonly [path: string, chunks: AsyncIterable<Uint8Array>];

/**
 * Writes the manifests, the contact sheet, the read-me and what is missing, behind so many pictures, each as it is
 * read from the database. Gives the hash of the manifest in JSON, which names the hashes of all other files.
 */
export async function addPapers(
  run: PackRun,
  layout: ZipLayout,
  { fileCount, problemCount }: { fileCount: number; problemCount: number },
): Promise<string> {
  let position = fileCount;
  const add = async ([path, chunks]: Paper): Promise<string> => {
    const objectKey = packFileKey(run.pack.id, run.runToken, path);
    const stored = await run.ctx.runtime.store.putStream(objectKey, chunks);
    const zipOffset = layout.add({ path, byteSize: stored.byteSize });
    position += 1;
    const file = { position, path, objectKey, ...stored, zipOffset, codePosition: null };
    await savePage(run, { doneCount: run.pack.codeCount, files: [file] });
    return stored.sha256;
  };
  for (const paper of papersOf(run, problemCount)) await add(paper);
  return add([PAPERS.json, encoded(manifestJson(run))]);
}

function papersOf(run: PackRun, problemCount: number): Paper[] {
  const missing: Paper = [PAPERS.missing, encoded(missingList(run, problemCount))];
  return [
    [PAPERS.csv, csvFile(manifestTable(run))],
    [PAPERS.xlsx, xlsxFile(manifestTable(run))],
    [PAPERS.contactSheet, encoded(contactSheet(run))],
    [PAPERS.readMe, encoded(readMe(run, problemCount))],
    ...(problemCount > 0 ? [missing] : []),
  ];
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
