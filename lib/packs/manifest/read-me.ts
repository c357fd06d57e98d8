import { PAPERS } from "@/lib/packs/manifest/paper-names";
import { listPrintSizes, printedMm, SMALLEST_MM } from "@/lib/packs/manifest/print-sizes";
import type { PackRun } from "@/lib/packs/pack-run";
import { LEFT_OUT_REASONS } from "@/lib/packs/schema";
import type { LeftOut } from "@/lib/packs/schema";
import { beijingIso } from "@/lib/quota/beijing-day";

/** What a printer or a colleague who opens the folder should know; a byte order mark for old editors. */
export async function* readMe(
  run: PackRun,
  problemCount: number,
): AsyncGenerator<string, void, void> {
  const paragraphs = [
    about(run, problemCount),
    await printSizes(run, problemCount),
    ...(await sandboxNote(run)),
    contents(run, problemCount),
    [run.words("packs.inside.readMe.check", { file: PAPERS.json })],
  ];
  yield `\uFEFF${paragraphs.map((lines) => lines.map((line) => `${line}\r\n`).join("")).join("\r\n")}`;
}

function about({ pack, words }: PackRun, problemCount: number): string[] {
  const say = (key: string, values = {}) => words(`packs.inside.readMe.${key}`, values);
  const leftOut = LEFT_OUT_REASONS.flatMap((reason) => {
    const count = (pack.leftOut as LeftOut)[reason];
    return count ? [say(`leftOut.${reason}`, { count })] : [];
  });
  return [
    pack.name.replace(/\s+/g, " "),
    say("codes", { count: pack.codeCount - problemCount, of: pack.codeCount }),
    say("made", {
      by: pack.createdBy,
      at: beijingIso(pack.createdAt),
      entry: String(pack.auditSeq),
    }),
    ...(leftOut.length > 0 ? [say("leftOutHead"), ...leftOut.map((line) => `  ${line}`)] : []),
    ...(problemCount > 0 ? [say("missing", { count: problemCount, file: PAPERS.missing })] : []),
  ];
}

async function printSizes(run: PackRun, problemCount: number): Promise<string[]> {
  const { options, words } = run;
  const head = words("packs.inside.readMe.printHead");
  const smallest = words("packs.inside.readMe.smallest", { mm: SMALLEST_MM });
  const line = (pixels: number, count: number) =>
    words("packs.inside.readMe.print", { pixels, mm: printedMm(pixels), count });
  if (options.form === "framed") {
    const { pixelWidth } = options.drawing;
    return [head, `  ${line(pixelWidth, run.pack.codeCount - problemCount)}`, smallest];
  }
  if (options.form === "posters") return [words("packs.inside.readMe.posters"), smallest];
  const sizes = await listPrintSizes(run);
  return [head, ...sizes.map(({ pixelWidth, count }) => `  ${line(pixelWidth, count)}`), smallest];
}

async function sandboxNote({ ctx, pack, words }: PackRun): Promise<string[][]> {
  const count = await ctx.runtime.db.packCode.count({
    where: { packId: pack.id, code: { miniProgram: { isSandbox: true } } },
  });
  return count > 0 ? [[words("packs.inside.readMe.sandbox", { count })]] : [];
}

function contents({ words }: PackRun, problemCount: number): string[] {
  const say = (key: string, file: string) => `  ${file} · ${words(`packs.inside.readMe.${key}`)}`;
  return [
    words("packs.inside.readMe.contentsHead"),
    say("contents.table", `${PAPERS.csv}, ${PAPERS.xlsx}`),
    say("contents.json", PAPERS.json),
    say("contents.contactSheet", PAPERS.contactSheet),
    ...(problemCount > 0 ? [say("contents.missing", PAPERS.missing)] : []),
  ];
}
