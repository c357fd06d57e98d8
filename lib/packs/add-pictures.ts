import pLimit from "p-limit";
import { openPictureMaker } from "@/lib/packs/make-picture";
import type { MadePicture } from "@/lib/packs/make-picture";
import { readNameTemplate } from "@/lib/packs/naming/name-template";
import type { UniquePaths } from "@/lib/packs/naming/unique-paths";
import { requireCurrent } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";
import type { PackedCode } from "@/lib/packs/packed-code";
import { savePage } from "@/lib/packs/save-page";
import type { CodeProblem, NewPackFile } from "@/lib/packs/save-page";
import { walkCodes } from "@/lib/packs/walk-codes";
import type { ZipLayout } from "@/lib/packs/zip/zip-layout";

interface Added {
  fileCount: number;
  problemCount: number;
}

/** Names, places and writes down the picture of every code, a page at a time, and notes which are not there. */
export async function addPictures(
  run: PackRun,
  layout: ZipLayout,
  paths: UniquePaths,
): Promise<Added> {
  const { options, pack } = run;
  if (!("nameTemplate" in options)) throw new Error(`A pack of ${options.form} is no ZIP.`);
  const fill = readNameTemplate(options, pack);
  const maker = await openPictureMaker(run);
  const inTurn = pLimit(maker.atOnce);
  const added: Added = { fileCount: 0, problemCount: 0 };
  for await (const codes of walkCodes(run, maker.pageCodes)) {
    const making = codes.map((code) => inTurn(() => makeCurrent(run, code, maker.make)));
    const made = await allSettled(making);
    const files: NewPackFile[] = [];
    const problems: CodeProblem[] = [];
    for (const [index, code] of codes.entries()) {
      const picture = made[index];
      const { position } = code;
      if (picture === undefined || typeof picture === "string") {
        problems.push({ position, problem: picture ?? "missing" });
        continue;
      }
      const { extension, ...file } = picture;
      const path = paths.take(fill(code), extension);
      const zipOffset = layout.add({ path, byteSize: file.byteSize });
      added.fileCount += 1;
      files.push({ ...file, position: added.fileCount, path, zipOffset, codePosition: position });
    }
    added.problemCount += problems.length;
    await savePage(run, { doneCount: codes.at(-1)?.position ?? 0, files, problems });
  }
  return added;
}

/** Waits for all before one that failed is told of, so that nothing goes on behind the run's back. */
async function allSettled<Result>(work: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

async function makeCurrent(
  run: PackRun,
  code: PackedCode,
  make: (code: PackedCode) => Promise<MadePicture>,
): Promise<MadePicture> {
  requireCurrent(run);
  return make(code);
}
