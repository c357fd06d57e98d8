import { canonicalJson } from "@/lib/audit/canonical-json";
import { isFieldName } from "@/lib/audit/field-names";
import { recordedValue } from "@/lib/audit/recorded-value";
import type { Words } from "@/lib/packs/words";
import type { RoomEntry } from "@/lib/rooms/schema";

const SENTENCE_LENGTH = 80;

export interface ChangeText {
  field: string;
  from: string;
  to: string;
}

/** What changed in an entry, in words. */
export function changeTexts(words: Words, { changes = {} }: RoomEntry): ChangeText[] {
  return Object.entries(changes).map(([name, { from, to }]) => ({
    field: fieldName(words, name),
    from: valueText(words, name, from),
    to: valueText(words, name, to),
  }));
}

/** What else an entry recorded, in words, by the name of the field. */
export function detailTexts(words: Words, { details = {} }: RoomEntry): [string, string][] {
  return Object.entries(details).map(([name, value]) => [
    fieldName(words, name),
    valueText(words, name, value),
  ]);
}

function fieldName(words: Words, name: string): string {
  return isFieldName(name) ? words(`audit.fieldNames.${name}`) : name;
}

/** Whole, where a sentence would cut it. */
function valueText(words: Words, name: string, value: unknown): string {
  const text = typeof value === "string" ? value : canonicalJson(value);
  if (text.length > SENTENCE_LENGTH) return text;
  return recordedValue(words, name, value) || words("audit.values.none");
}
