import { DomainError } from "@/lib/core/errors";
import { codesWorkbook } from "@/lib/packs/spreadsheet/codes-workbook";
import { labelsPdf } from "@/lib/packs/labels/labels-pdf";
import { requireCurrent } from "@/lib/packs/pack-run";
import type { MadePack, PackRun } from "@/lib/packs/pack-run";
import type { PackedCode, PackSource } from "@/lib/packs/packed-code";
import { readPicture } from "@/lib/packs/read-picture";
import { savePage } from "@/lib/packs/save-page";
import type { CodeProblem } from "@/lib/packs/save-page";
import { walkCodes } from "@/lib/packs/walk-codes";
import { packFileKey } from "@/lib/storage/object-keys";

const PAGE_CODES = 100;

/** Makes a pack that is one file: label sheets or a spreadsheet. */
export async function makeFile(run: PackRun): Promise<MadePack> {
  const { ctx, pack, runToken } = run;
  const { source, problems } = openSource(run);
  const objectKey = packFileKey(pack.id, runToken, "file");
  const stored = await ctx.runtime.store.putStream(objectKey, chunksOf(run, source));
  if (problems.size === pack.codeCount) throw new DomainError("conflict", "packAllMissing");
  await savePage(run, {
    doneCount: pack.codeCount,
    problems: [...problems.values()],
    files: [
      {
        position: 1,
        path: pack.fileName,
        objectKey,
        ...stored,
        zipOffset: 0,
        codePosition: null,
      },
    ],
  });
  return { fileCount: 1, centralOffset: null, byteSize: stored.byteSize, sha256: stored.sha256 };
}

function chunksOf(
  { ctx, options, pack, words }: PackRun,
  source: PackSource,
): AsyncIterable<Uint8Array> {
  if (options.form === "labels") {
    return labelsPdf(options.labels, source, { title: pack.name, madeAt: pack.createdAt });
  }
  if (options.form === "spreadsheet") {
    return codesWorkbook(options.spreadsheet, source, words, ctx.runtime.env.publicUrl);
  }
  throw new Error(`A pack of ${options.form} is no single file.`);
}

/** The codes and their pictures for whoever draws them, telling how far that is; `problems` fills meanwhile. */
function openSource(run: PackRun): { source: PackSource; problems: Map<number, CodeProblem> } {
  const { ctx, pack } = run;
  const problems = new Map<number, CodeProblem>();
  // The first time they are walked through is when their pictures are read.
  let walkCount = 0;
  return {
    problems,
    source: {
      codeCount: pack.codeCount,
      codes() {
        walkCount += 1;
        return walkCount === 1 ? tellingPages(run) : walkCodes(run, PAGE_CODES);
      },
      async readPicture({ position, picture }) {
        requireCurrent(run);
        const found = await readPicture(ctx.runtime.store, picture);
        if (typeof found !== "string") return found;
        problems.set(position, { position, problem: found });
        return null;
      },
    },
  };
}

async function* tellingPages(run: PackRun): AsyncGenerator<readonly PackedCode[], void, void> {
  for await (const page of walkCodes(run, PAGE_CODES)) {
    yield page;
    await savePage(run, { doneCount: page.at(-1)?.position ?? 0 });
  }
}
