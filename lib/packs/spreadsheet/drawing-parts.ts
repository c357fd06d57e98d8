import { escapeXml } from "@/lib/core/escape-xml";
import { PACKAGE, RELATIONSHIPS, XML } from "@/lib/core/xlsx-parts";
import type { PackedCode } from "@/lib/packs/packed-code";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const ART = "http://schemas.openxmlformats.org/drawingml/2006/main";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
/** English Metric Units, in which drawings measure. */
const EMU_PER_PIXEL = 9_525;

/** Between a thumbnail and the edge of its cell, in pixels. */
export const THUMBNAIL_MARGIN = 4;
export const SHEET_DRAWING_ID = "rId1";

/** What the list of types says of thumbnails. */
export const DRAWING_TYPES =
  `<Default Extension="png" ContentType="image/png"/>` +
  `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${DRAWING_TYPE}"/>`;

/** From the worksheet to its drawing. */
export const SHEET_LINKS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="${SHEET_DRAWING_ID}" Type="${RELATIONSHIPS}/drawing" Target="../drawings/drawing1.xml"/>` +
  `</Relationships>`;

type Pages = AsyncIterable<readonly PackedCode[]>;

export function pictureName(position: number): string {
  return `image${position}.png`;
}

/** Every thumbnail in the first cell of its row, with what it shows in words. */
export async function* drawing(pages: Pages, pixels: number) {
  yield `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${ART}" xmlns:r="${RELATIONSHIPS}">`;
  for await (const codes of pages) yield codes.map((code) => anchor(code, pixels)).join("");
  yield "</xdr:wsDr>";
}

/** From the drawing to its pictures. */
export async function* drawingLinks(count: number) {
  yield `${XML}<Relationships xmlns="${PACKAGE}/relationships">`;
  for (let position = 1; position <= count; position += 1) {
    const target = `../media/${pictureName(position)}`;
    yield `<Relationship Id="rId${position}" Type="${RELATIONSHIPS}/image" Target="${target}"/>`;
  }
  yield "</Relationships>";
}

/** Rows count from 0 in a drawing and the header is the first, so a position is its row. */
function anchor({ position, label, serial }: PackedCode, pixels: number): string {
  const offset = THUMBNAIL_MARGIN * EMU_PER_PIXEL;
  const size = pixels * EMU_PER_PIXEL;
  const words = escapeXml(`${label} ${serial}`.replaceAll(/\s+/g, " "));
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>${offset}</xdr:colOff>` +
    `<xdr:row>${position}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${size}" cy="${size}"/><xdr:pic><xdr:nvPicPr>` +
    `<xdr:cNvPr id="${position + 1}" name="${escapeXml(serial)}" descr="${words}"/>` +
    `<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
    `<xdr:blipFill><a:blip r:embed="rId${position}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size}" cy="${size}"/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>` +
    `</xdr:oneCellAnchor>`
  );
}
