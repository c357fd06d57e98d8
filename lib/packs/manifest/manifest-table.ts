import type { TableSource } from "@/lib/core/table-source";
import { listManifestRows } from "@/lib/packs/manifest/manifest-row";
import type { ManifestRow } from "@/lib/packs/manifest/manifest-row";
import { payloadSummary } from "@/lib/packs/manifest/payload-summary";
import { PAGE_ROWS } from "@/lib/packs/manifest/walk-rows";
import { requireCurrent } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";
import type { Words } from "@/lib/packs/words";

export const MANIFEST_COLUMNS = [
  "file",
  "serial",
  "label",
  "scene",
  "page",
  "payload",
  "kind",
  "width",
  "tags",
  "campaign",
  "miniProgram",
  "appId",
  "retired",
  "pixels",
  "sha256",
  "logEntry",
  "problem",
] as const;
type ManifestColumn = (typeof MANIFEST_COLUMNS)[number];

/** The manifest as a table, for CSV and XLSX. */
export function manifestTable(run: PackRun): TableSource<ManifestRow> {
  const { ctx, pack, words } = run;
  return {
    header: MANIFEST_COLUMNS.map((column) => words(`packs.inside.columns.${column}`)),
    async readPage(cursor) {
      requireCurrent(run);
      const after = Number(cursor ?? 0);
      const rows = await listManifestRows(ctx, pack.id, { after, limit: PAGE_ROWS });
      const last = rows.length === PAGE_ROWS ? rows.at(-1) : undefined;
      return { rows, next: last && String(last.code.position) };
    },
    toCells: (row) => cellsOf(row, words),
  };
}

function cellsOf({ code, file, problem, logEntry }: ManifestRow, words: Words) {
  const { picture } = code;
  const cells: Record<ManifestColumn, string | number> = {
    file: file?.path ?? "",
    serial: code.serial,
    label: code.label,
    scene: code.scene ?? "",
    page: code.page ?? code.target,
    payload: payloadSummary(code.payload),
    kind: words(`codes.kindShort.${code.kind}`),
    width: code.width,
    tags: code.tags.join(", "),
    campaign: code.campaignName ?? "",
    miniProgram: code.miniProgramName,
    appId: code.wechatAppId,
    retired: code.isRetired ? words("packs.inside.retired") : "",
    pixels: `${picture.pixelWidth} × ${picture.pixelHeight}`,
    sha256: file?.sha256 ?? "",
    logEntry: logEntry ?? "",
    problem: problem ? words(`packs.inside.problem.${problem}`) : "",
  };
  return MANIFEST_COLUMNS.map((column) => cells[column]);
}
