import { columnWidth } from "@/lib/core/column-width";
import type { TableSource } from "@/lib/core/table-source";
import { HEADER_STYLE, MAIN, MIDDLE_STYLE, RELATIONSHIPS, XML } from "@/lib/core/xlsx-parts";
import { xlsxRow } from "@/lib/core/xlsx-row";

/** How rows look that have pictures in their first column. */
export interface PictureRows {
  /** In points. */
  rowHeight: number;
  /** In letters, as columns are measured. */
  columnWidth: number;
  /** Id of the relationship to the drawing that holds the pictures. */
  drawingId: string;
}

/** A worksheet: the header bold and always in sight, columns as wide as the first rows need. */
export async function* xlsxWorksheet<Row>(
  source: TableSource<Row>,
  pictures?: PictureRows,
): AsyncGenerator<string, void, void> {
  const { header } = source;
  let rowCount = 0;
  for await (const rows of pagesOf(source)) {
    if (rowCount === 0) {
      rowCount = 1;
      yield XML + worksheetStart([header, ...rows], pictures) + xlsxRow(1, header, HEADER_STYLE);
    }
    const first = rowCount + 1;
    rowCount += rows.length;
    if (rows.length > 0) yield rows.map((cells, at) => rowOf(first + at, cells, pictures)).join("");
  }
  yield `</sheetData>${pictures ? `<drawing r:id="${pictures.drawingId}"/>` : ""}</worksheet>`;
}

function rowOf(rowNumber: number, cells: readonly (string | number)[], pictures?: PictureRows) {
  return pictures
    ? xlsxRow(rowNumber, cells, MIDDLE_STYLE, pictures.rowHeight)
    : xlsxRow(rowNumber, cells);
}

async function* pagesOf<Row>({ readPage, toCells }: TableSource<Row>) {
  let cursor: string | undefined;
  do {
    const { rows, next } = await readPage(cursor);
    cursor = next ?? undefined;
    yield rows.map((row) => toCells(row));
  } while (cursor !== undefined);
}

function worksheetStart(
  firstRows: readonly (readonly (string | number)[])[],
  pictures?: PictureRows,
): string {
  const columns = (firstRows[0] ?? []).map((_, place) => {
    const isPicture = pictures && place === 0;
    const width = isPicture
      ? pictures.columnWidth
      : columnWidth(firstRows.map((row) => String(row[place] ?? "")));
    return `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews>` +
    (columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "") +
    `<sheetData>`
  );
}
