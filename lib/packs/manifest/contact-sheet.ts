import { listPlacedCodes } from "@/lib/packs/manifest/placed-code";
import type { PlacedCode } from "@/lib/packs/manifest/placed-code";
import { walkRows } from "@/lib/packs/manifest/walk-rows";
import type { PackRun } from "@/lib/packs/pack-run";
import type { Words } from "@/lib/packs/words";

const STYLE = `
@page { size: A4; margin: 12mm }
body { margin: 12mm; font: 9pt/1.4 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #111 }
h1 { font-size: 14pt; margin: 0 0 1mm }
p { margin: 0 0 5mm; color: #555 }
ul { display: grid; grid-template-columns: repeat(auto-fill, 42mm); gap: 5mm 4mm; list-style: none; margin: 0; padding: 0 }
li { width: 42mm; break-inside: avoid; overflow-wrap: anywhere }
img, .none { display: block; width: 42mm; height: 42mm; object-fit: contain; margin-bottom: 1mm; background: #fff }
.none { box-sizing: border-box; border: .5mm dashed #b45309; color: #b45309; display: grid; place-items: center; text-align: center }
b { display: block; font-variant-numeric: tabular-nums }
@media print { body { margin: 0 } }
`;

/** Not every browser prints what it has not shown yet; of so many it could not hold all. */
const LAZY_FROM = 2_000;

/** A page to look through and to print, which shows the pictures that lie beside it. */
export async function* contactSheet(run: PackRun): AsyncGenerator<string, void, void> {
  const { ctx, pack, words } = run;
  const isLong = pack.codeCount > LAZY_FROM;
  const name = escaped(pack.name);
  const count = words("packs.inside.contactSheet.count", { count: pack.codeCount });
  yield (
    `<!doctype html>\n<html lang="${escaped(pack.locale)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width">\n<title>${name}</title>\n<style>${STYLE}</style>\n` +
    `</head>\n<body>\n<h1>${name}</h1>\n<p>${escaped(count)}</p>\n<ul>\n`
  );
  const pages = walkRows(run, (page) => listPlacedCodes(ctx.runtime.db, pack.id, page));
  for await (const rows of pages) {
    yield rows.map((row) => cardOf(row, words, isLong)).join("");
  }
  yield "</ul>\n</body>\n</html>\n";
}

function cardOf(
  { serial, label, file, problem }: PlacedCode,
  words: Words,
  isLong: boolean,
): string {
  const missing = words(`packs.inside.problem.${problem ?? "missing"}`);
  const picture = file
    ? `<img src="${escaped(addressOf(file.path))}" alt=""${isLong ? ' loading="lazy"' : ""}>`
    : `<span class="none">${escaped(missing)}</span>`;
  return `<li>${picture}<b>${escaped(serial)}</b>${escaped(label)}</li>\n`;
}

/** Relative, so that it holds wherever the folder is unpacked. */
function addressOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
