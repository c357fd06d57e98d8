import { fillPlaces } from "@/lib/packs/naming/fill-places";
import { readPlaces } from "@/lib/packs/naming/read-places";
import type { PackedCode } from "@/lib/packs/packed-code";

/** A text with what a code says in place of each `{name}`, by the rules of file names; nothing where it says nothing. */
export function fillText(template: string, code: PackedCode): string {
  const filled = fillPlaces(readPlaces(template, "text"), code, { codeCount: 1 });
  return filled.replace(/\s+/g, " ").trim();
}
