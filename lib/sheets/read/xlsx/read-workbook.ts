import path from "node:path";
import { InvalidInputError } from "@/lib/core/errors";
import { isTrue } from "@/lib/sheets/read/xlsx/is-true";
import type { Zip } from "@/lib/sheets/read/xlsx/open-zip";
import { readWholeXml } from "@/lib/sheets/read/xlsx/read-xml";
import type { XmlAttributes } from "@/lib/sheets/read/xlsx/read-xml";

const WORKSHEETS_MAX = 1_000;
const NAME_MAX_LENGTH = 200;

export interface Worksheet {
  name: string;
  isHidden: boolean;
  /** Its part of the file. */
  part: string;
}

export interface Workbook {
  worksheets: Worksheet[];
  /** Dates count from 1904, as on old Macs. */
  is1904: boolean;
  sharedStringsPart: string | null;
  stylesPart: string | null;
}

interface Relation {
  id: string;
  /** The last word of its type, which is the same in both dialects of the format. */
  kind: string;
  part: string;
}

/** What is in a workbook, in its order. Throws `fileOtherSheet`, `fileDocument`, `fileArchive`, `fileBroken`. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const [root] = (await readRelations(zip, "")).filter(({ kind }) => kind === "officeDocument");
  const part = root?.part ?? "xl/workbook.xml";
  if (!zip.has(part) || !part.endsWith(".xml")) refuseOther(zip);
  const relations = await readRelations(zip, part);
  const listed: { id: string; name: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readWholeXml(zip.read(part), {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = isTrue(attributes.date1904);
      if (name === "sheet" && listed.length < WORKSHEETS_MAX) listed.push(sheetOf(attributes));
    },
  });
  const worksheets = listed.flatMap(({ id, name, isHidden }) => {
    const relation = relations.find((known) => known.id === id && known.kind === "worksheet");
    return relation && zip.has(relation.part) ? [{ name, isHidden, part: relation.part }] : [];
  });
  if (worksheets.length === 0) refuseOther(zip);
  const partOf = (kind: string) => relations.find((known) => known.kind === kind)?.part ?? null;
  return {
    worksheets,
    is1904,
    sharedStringsPart: partOf("sharedStrings"),
    stylesPart: partOf("styles"),
  };
}

function sheetOf(attributes: XmlAttributes) {
  const [, id = ""] = Object.entries(attributes).find(([name]) => name.endsWith(":id")) ?? [];
  const name = (attributes.name ?? "").slice(0, NAME_MAX_LENGTH);
  return { id, name, isHidden: (attributes.state ?? "visible") !== "visible" };
}

async function readRelations(zip: Zip, ofPart: string): Promise<Relation[]> {
  const folder = ofPart.slice(0, ofPart.lastIndexOf("/") + 1);
  const file = ofPart.slice(folder.length);
  const relations: Relation[] = [];
  const relationsPart = `${folder}_rels/${file}.rels`;
  if (!zip.has(relationsPart)) return relations;
  await readWholeXml(zip.read(relationsPart), {
    open(name, { Id: id, Type: type = "", Target: target }) {
      if (name !== "Relationship" || id === undefined || target === undefined) return;
      const part = path.posix.join(target.startsWith("/") ? "" : folder, target);
      relations.push({ id, kind: type.slice(type.lastIndexOf("/") + 1), part });
    },
  });
  return relations;
}

/** What a ZIP file without worksheets we can read probably is. */
function refuseOther(zip: Zip): never {
  const kind = zip.has("xl/workbook.bin")
    ? ".xlsb"
    : zip.has("Index/Document.iwa") || zip.has("Index.zip")
      ? ".numbers"
      : zip.has("mimetype") && zip.has("content.xml")
        ? ".ods"
        : null;
  if (kind) throw new InvalidInputError("fileOtherSheet", "rows", { kind });
  if (zip.has("word/document.xml") || zip.has("ppt/presentation.xml")) {
    throw new InvalidInputError("fileDocument", "rows");
  }
  if (zip.has("[Content_Types].xml")) throw new InvalidInputError("fileBroken", "rows");
  throw new InvalidInputError("fileArchive", "rows");
}
