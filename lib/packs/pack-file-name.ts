import { cleanName, isReservedName } from "@/lib/codes/clean-name";
import { cutName } from "@/lib/packs/naming/cut-name";
import type { PackForm } from "@/lib/packs/schema";

const KINDS: Readonly<Record<PackForm, { extension: string; mediaType: string }>> = {
  pictures: { extension: "zip", mediaType: "application/zip" },
  framed: { extension: "zip", mediaType: "application/zip" },
  posters: { extension: "zip", mediaType: "application/zip" },
  labels: { extension: "pdf", mediaType: "application/pdf" },
  spreadsheet: {
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
};
const STEM_MAX_BYTES = 150;

/** What a pack of this name is called when it is downloaded, and what it is. */
export function packFileName(
  name: string,
  form: PackForm,
): { fileName: string; mediaType: string } {
  const { extension, mediaType } = KINDS[form];
  const stem = cutName(cleanName(name), STEM_MAX_BYTES);
  const kept = stem === "" || isReservedName(stem) ? `pack ${stem}`.trim() : stem;
  return { fileName: `${kept}.${extension}`, mediaType };
}
