import anyAscii from "any-ascii";
import { cleanName, isReservedName } from "@/lib/codes/clean-name";
import { InvalidInputError } from "@/lib/core/errors";
import { cutName } from "@/lib/packs/naming/cut-name";
import { fillPlaces } from "@/lib/packs/naming/fill-places";
import { readPlaces } from "@/lib/packs/naming/read-places";
import type { PackedCode } from "@/lib/packs/packed-code";

/** What every file system and old programs of Windows take. */
export const SEGMENT_MAX_BYTES = 120;
export const PATH_MAX_BYTES = 240;
const FOLDERS_MAX = 8;
/** A folder that ends like one of our files could meet one of that name. */
const LIKE_A_FILE = /\.(?=(png|jpe?g|csv|xlsx|json|html|txt)$)/i;

/** Folders and the name of a file without what tells it apart from others and without its extension. */
export interface FilledName {
  folders: readonly string[];
  stem: string;
}

/**
 * Reads a template for names once for all codes of a pack: `/` begins a folder, and folders nothing fills are left
 * out. Throws InvalidInputError for braces that do not fit and for too many folders.
 */
export function readNameTemplate(
  { nameTemplate, isAscii }: { nameTemplate: string; isAscii: boolean },
  { codeCount }: { codeCount: number },
): (code: PackedCode) => FilledName {
  const field = "options.nameTemplate";
  const segments = nameTemplate.split("/").map((segment) => readPlaces(segment, field));
  if (segments.length > FOLDERS_MAX + 1) {
    throw new InvalidInputError("packNameTemplateDeep", field, { most: FOLDERS_MAX });
  }
  return (code) => {
    const [stem = "", ...folders] = segments
      .map((segment) => toSegment(fillPlaces(segment, code, { codeCount }), isAscii))
      .toReversed();
    return {
      folders: fitFolders(folders.filter((folder) => folder !== "").toReversed()),
      // A name of nothing: the serial tells it apart.
      stem: stem === "" ? code.serial : stem,
    };
  };
}

/** What nothing fills leaves separators behind, which nobody wants at the ends of a name. */
function toSegment(text: string, isAscii: boolean): string {
  const name = cleanName(isAscii ? anyAscii(text) : text).replace(/^[-_\s.]+|[-_\s.]+$/g, "");
  const kept = cutName(name, SEGMENT_MAX_BYTES);
  return isReservedName(kept) ? cutName(`code ${kept}`, SEGMENT_MAX_BYTES) : kept;
}

/** Shorter where the whole path would be too long: the file's own name tells more. */
function fitFolders(folders: readonly string[]): string[] {
  const room = PATH_MAX_BYTES - SEGMENT_MAX_BYTES - folders.length;
  const isFitting = Buffer.byteLength(folders.join("")) <= room;
  const most = isFitting ? SEGMENT_MAX_BYTES : Math.floor(room / folders.length);
  return folders.map((folder) => cutName(folder, most).replace(LIKE_A_FILE, " "));
}
