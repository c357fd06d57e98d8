import { InvalidInputError } from "@/lib/core/errors";
import type { LineRecord } from "@/lib/sheets/read/limit-records";
import { cellPlace } from "@/lib/sheets/read/xlsx/cell-place";
import { isTrue } from "@/lib/sheets/read/xlsx/is-true";
import { readXml } from "@/lib/sheets/read/xlsx/read-xml";
import type { XmlAttributes } from "@/lib/sheets/read/xlsx/read-xml";
import { unescapeText } from "@/lib/sheets/read/xlsx/unescape-text";
import { CELL_MAX_LENGTH, SHEET_COLUMNS_MAX } from "@/lib/sheets/schema";

/** More than Excel lets a cell have. */
const TEXT_MAX_LENGTH = 40_000;

export interface WorksheetRow extends LineRecord {
  isHidden: boolean;
}

/** What the cells of a worksheet refer to. */
export interface CellLookup {
  sharedText: (index: number) => string;
  showNumber: (raw: string, style: number) => string;
}

interface Cell {
  place: number;
  type: string;
  style: number;
  text: string;
}

/**
 * The rows of a worksheet that hold something, as they come. What the worksheet says about its own size is
 * not believed, and cells without a value cost nothing. Throws `rowsColumnsMany` and `rowsCellLong`.
 */
export async function* readWorksheet(
  bytes: AsyncIterable<Uint8Array>,
  lookup: CellLookup,
): AsyncGenerator<WorksheetRow[], void, void> {
  const reader = new RowReader(lookup);
  for await (const _ of readXml(bytes, reader)) {
    const rows = reader.takeRows();
    if (rows.length > 0) yield rows;
  }
}

class RowReader {
  #rows: WorksheetRow[] = [];
  #row: WorksheetRow = { line: 0, isHidden: false, cells: [] };
  #cell: Cell = { place: -1, type: "n", style: 0, text: "" };
  #isInData = false;
  #isText = false;
  #isPhonetic = false;

  constructor(private readonly lookup: CellLookup) {}

  takeRows(): WorksheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (name === "sheetData") this.#isInData = true;
    if (!this.#isInData) return;
    if (name === "row") this.#openRow(attributes);
    if (name === "c") this.#openCell(attributes);
    if (name === "rPh") this.#isPhonetic = true;
    this.#isText = (name === "v" || name === "t") && !this.#isPhonetic;
  };

  readonly close = (name: string): void => {
    this.#isText = false;
    if (!this.#isInData) return;
    if (name === "sheetData") this.#isInData = false;
    if (name === "rPh") this.#isPhonetic = false;
    if (name === "c") this.#closeCell();
    if (name === "row" && this.#row.cells.length > 0) this.#rows.push(this.#row);
  };

  readonly text = (piece: string): void => {
    if (!this.#isText) return;
    this.#cell.text += piece;
    if (this.#cell.text.length > TEXT_MAX_LENGTH) this.#refuseLong();
  };

  #openRow({ r, hidden }: XmlAttributes): void {
    const line = Number(r);
    this.#row = {
      line: Number.isSafeInteger(line) && line > 0 ? line : this.#row.line + 1,
      isHidden: isTrue(hidden),
      cells: [],
    };
    this.#cell.place = -1;
  }

  #openCell({ r, t = "n", s }: XmlAttributes): void {
    const place = cellPlace(r) ?? this.#cell.place + 1;
    this.#cell = { place, type: t, style: Number(s ?? 0), text: "" };
  }

  #closeCell(): void {
    const { place } = this.#cell;
    const value = this.#valueOf(this.#cell).trim();
    if (value === "") return;
    const { cells, line } = this.#row;
    if (place >= SHEET_COLUMNS_MAX) {
      throw new InvalidInputError("rowsColumnsMany", "rows", { line, most: SHEET_COLUMNS_MAX });
    }
    // So that a row of long cells is refused before it is read to its end.
    if (value.length > CELL_MAX_LENGTH) this.#refuseLong();
    while (cells.length < place) cells.push("");
    cells[place] = value;
  }

  #valueOf({ type, style, text }: Cell): string {
    if (text === "") return "";
    if (type === "s") return this.lookup.sharedText(Number(text));
    if (type === "n") return this.lookup.showNumber(text.trim(), style);
    if (type === "b") return isTrue(text.trim()) ? "TRUE" : "FALSE";
    return type === "str" || type === "inlineStr" ? unescapeText(text) : text;
  }

  #refuseLong(): never {
    const values = { line: this.#row.line, most: CELL_MAX_LENGTH };
    throw new InvalidInputError("rowsCellLong", "rows", values);
  }
}
