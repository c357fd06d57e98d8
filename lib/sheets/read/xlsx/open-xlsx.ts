import { InvalidInputError } from "@/lib/core/errors";
import { limitRecords } from "@/lib/sheets/read/limit-records";
import type { RowFile } from "@/lib/sheets/read/open-row-file";
import { openZip } from "@/lib/sheets/read/xlsx/open-zip";
import type { Zip } from "@/lib/sheets/read/xlsx/open-zip";
import { readNumberFormats } from "@/lib/sheets/read/xlsx/read-number-formats";
import { readSharedStrings } from "@/lib/sheets/read/xlsx/read-shared-strings";
import { readWorkbook } from "@/lib/sheets/read/xlsx/read-workbook";
import type { Workbook, Worksheet } from "@/lib/sheets/read/xlsx/read-workbook";
import { readWorksheet } from "@/lib/sheets/read/xlsx/read-worksheet";
import type { CellLookup, WorksheetRow } from "@/lib/sheets/read/xlsx/read-worksheet";
import { numberShower } from "@/lib/sheets/read/xlsx/number-shower";
import type { ReadChoice } from "@/lib/sheets/schema";

/** Opens a workbook; without a choice the first worksheet a person sees something in. */
export async function openXlsx(path: string, choice: ReadChoice): Promise<RowFile> {
  const zip = await openZip(path);
  try {
    const workbook = await readWorkbook(zip);
    const worksheet = await findWorksheet(zip, workbook, choice.worksheet);
    const form: RowFile["form"] = {
      format: "xlsx",
      encoding: null,
      delimiter: null,
      worksheets: workbook.worksheets.map(({ name, isHidden }) => ({ name, isHidden })),
      worksheet: worksheet.name,
      hiddenRowCount: 0,
    };
    const read = () => limitRecords(readRows(path, workbook, worksheet, form), choice.hasHeader);
    return { form, records: { [Symbol.asyncIterator]: read } };
  } finally {
    zip.close();
  }
}

async function* readRows(
  path: string,
  { sharedStringsPart, stylesPart, is1904 }: Workbook,
  { part }: Worksheet,
  form: RowFile["form"],
): AsyncGenerator<WorksheetRow[], void, void> {
  const zip = await openZip(path);
  try {
    const texts = await readSharedStrings(zip, sharedStringsPart);
    const formats = await readNumberFormats(zip, stylesPart);
    const lookup: CellLookup = {
      sharedText: (index) => texts.at(index),
      showNumber: styleShower(formats, is1904),
    };
    form.hiddenRowCount = 0;
    for await (const rows of readWorksheet(zip.read(part), lookup)) {
      form.hiddenRowCount += rows.filter(({ isHidden }) => isHidden).length;
      yield rows;
    }
  } finally {
    zip.close();
  }
}

/** Shows numbers in the format of their style; each format is read only once. */
function styleShower(formats: readonly string[], is1904: boolean): CellLookup["showNumber"] {
  const known = new Map<string, (raw: string) => string>();
  return (raw, style) => {
    const format = formats[style] ?? "General";
    const show = known.get(format) ?? numberShower(format, is1904);
    known.set(format, show);
    return show(raw);
  };
}

async function findWorksheet(
  zip: Zip,
  { worksheets }: Workbook,
  chosen: string | null,
): Promise<Worksheet> {
  const visible = worksheets.filter(({ isHidden }) => !isHidden);
  const found =
    chosen === null
      ? ((await firstThatHoldsSomething(zip, visible)) ?? visible[0] ?? worksheets[0])
      : worksheets.find(({ name }) => name === chosen);
  if (found) return found;
  throw new InvalidInputError("worksheetMissing", "rows", { worksheet: chosen ?? "" });
}

async function firstThatHoldsSomething(
  zip: Zip,
  worksheets: readonly Worksheet[],
): Promise<Worksheet | null> {
  if (worksheets.length === 1) return null;
  // What a cell holds matters later; here, that it holds something.
  const lookup: CellLookup = { sharedText: () => "x", showNumber: (raw) => raw };
  for (const worksheet of worksheets) {
    for await (const _ of readWorksheet(zip.read(worksheet.part), lookup)) return worksheet;
  }
  return null;
}
