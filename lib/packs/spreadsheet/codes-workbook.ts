import { Readable } from "node:stream";
import type { PassThrough } from "node:stream";
import { ZipFile } from "yazl";
import { XML, xlsxParts } from "@/lib/core/xlsx-parts";
import { xlsxWorksheet } from "@/lib/core/xlsx-worksheet";
import type { PackSource } from "@/lib/packs/packed-code";
import { codesTable } from "@/lib/packs/spreadsheet/codes-table";
import {
  drawing,
  drawingLinks,
  DRAWING_TYPES,
  pictureName,
  SHEET_DRAWING_ID,
  SHEET_LINKS,
  THUMBNAIL_MARGIN,
} from "@/lib/packs/spreadsheet/drawing-parts";
import { listThumbnails } from "@/lib/packs/spreadsheet/list-thumbnails";
import type { SpreadsheetOptions } from "@/lib/packs/spreadsheet-schema";
import type { Words } from "@/lib/packs/words";

const POINTS_PER_PIXEL = 0.75;
const PIXELS_PER_LETTER = 7;

/**
 * Codes as an Excel workbook, made as it is read: small pictures first, one after the other, then the rows. What
 * stays in memory is the list of files, some hundred bytes for every thumbnail.
 */
export async function* codesWorkbook(
  options: SpreadsheetOptions,
  source: PackSource,
  words: Words,
  publicUrl: string,
): AsyncGenerator<Uint8Array, void, void> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  zip.on("error", (error: Error) => output.destroy(error));
  const lost = new Set<number>();
  const table = codesTable(options, source, { words, publicUrl }, lost);
  const thumbnails = listThumbnails(source, options.thumbnailSize, lost);
  try {
    addParts(zip, options);
    if (options.hasThumbnails) {
      addPictures(zip, source.codeCount, thumbnails);
      addText(zip, "xl/drawings/drawing1.xml", drawing(source.codes(), options.thumbnailSize));
      addText(zip, "xl/drawings/_rels/drawing1.xml.rels", drawingLinks(source.codeCount));
    }
    addText(zip, "xl/worksheets/sheet1.xml", xlsxWorksheet(table, pictureRows(options)));
    zip.end();
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    output.destroy();
    await thumbnails.return();
  }
}

/**
 * Names all pictures before any is made, which happens when its turn comes. A name stays, and with it the piece of
 * memory it was cut from; made between pictures, each would hold on to one of those.
 */
function addPictures(zip: ZipFile, count: number, pictures: AsyncIterator<Buffer>): void {
  const give: Parameters<ZipFile["addReadStreamLazy"]>[2] = (pump) => {
    nextPicture(pictures).then(
      (picture) => pump(null, picture),
      (error: unknown) => pump(error, Readable.from([])),
    );
  };
  for (let position = 1; position <= count; position += 1) {
    zip.addReadStreamLazy(`xl/media/${pictureName(position)}`, { compress: false }, give);
  }
}

async function nextPicture(pictures: AsyncIterator<Buffer>): Promise<Readable> {
  const { done, value } = await pictures.next();
  if (done) throw new Error("There are fewer codes than were counted.");
  return Readable.from([value]);
}

function addText(zip: ZipFile, name: string, text: AsyncIterable<string>): void {
  zip.addReadStreamLazy(name, (pump) => {
    const stream = Readable.from(text, { highWaterMark: 1 });
    stream.on("error", (error) => zip.emit("error", error));
    zip.outputStream.on("close", () => stream.destroy());
    pump(null, stream);
  });
}

function addParts(zip: ZipFile, { hasThumbnails }: SpreadsheetOptions): void {
  const parts = Object.entries(xlsxParts(hasThumbnails ? DRAWING_TYPES : ""));
  if (hasThumbnails) parts.push(["xl/worksheets/_rels/sheet1.xml.rels", SHEET_LINKS]);
  for (const [name, xml] of parts) zip.addBuffer(Buffer.from(XML + xml), name);
}

function pictureRows({ hasThumbnails, thumbnailSize }: SpreadsheetOptions) {
  const edge = thumbnailSize + 2 * THUMBNAIL_MARGIN;
  return hasThumbnails
    ? {
        rowHeight: edge * POINTS_PER_PIXEL,
        columnWidth: Math.ceil(edge / PIXELS_PER_LETTER),
        drawingId: SHEET_DRAWING_ID,
      }
    : undefined;
}
