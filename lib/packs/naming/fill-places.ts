import { PLACE_NAMES } from "@/lib/packs/naming/place-names";
import type { PlaceName } from "@/lib/packs/naming/place-names";
import type { Piece } from "@/lib/packs/naming/read-places";
import type { PackedCode } from "@/lib/packs/packed-code";
import type { CodeKind } from "@/lib/codes/schema";
import { beijingDay } from "@/lib/quota/beijing-day";

const LETTERS: Readonly<Record<CodeKind, string>> = {
  WXACODE: "A",
  WXACODE_UNLIMITED: "B",
  WXA_QRCODE: "C",
};

/** Fills a template with one code of so many. What a code does not have is empty. */
export function fillPlaces(
  pieces: readonly Piece[],
  code: PackedCode,
  { codeCount }: { codeCount: number },
): string {
  return pieces
    .map((piece) => ("text" in piece ? piece.text : valueOf(code, piece.place, codeCount)))
    .join("");
}

function valueOf(code: PackedCode, place: string, codeCount: number): string {
  return isPlaceName(place)
    ? String(VALUES[place](code, codeCount) ?? "")
    : payloadText(code.payload, place);
}

function isPlaceName(place: string): place is PlaceName {
  return (PLACE_NAMES as readonly string[]).includes(place);
}

const VALUES: Readonly<
  Record<PlaceName, (code: PackedCode, codeCount: number) => string | number | null | undefined>
> = {
  label: (code) => code.label,
  serial: (code) => code.serial,
  campaign: (code) => code.campaignName,
  miniProgram: (code) => code.miniProgramName,
  appId: (code) => code.wechatAppId,
  scene: (code) => code.scene,
  page: (code) => code.page ?? code.target.split("?")[0],
  kind: (code) => LETTERS[code.kind],
  width: (code) => code.width,
  batch: (code) => code.batchName,
  row: (code) => code.batchRow,
  tag: (code) => code.tags[0],
  date: (code) => beijingDay(code.mintedAt),
  // As many figures in every name, so that they sort as they count.
  number: (code, codeCount) => String(code.position).padStart(String(codeCount).length, "0"),
};

/** Only what reads as a word: an object in a name would help nobody. */
function payloadText(payload: PackedCode["payload"], key: string): string {
  const value = payload && Object.hasOwn(payload, key) ? payload[key] : null;
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : "";
}
