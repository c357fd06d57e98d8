import { COLUMN_NAME_MAX_LENGTH } from "@/lib/sheets/schema";

const LETTERS = 26;
const ROOM_FOR_NUMBER = 6;

/** The name a spreadsheet gives a column: A, B, …, Z, AA. */
export function columnLetter(index: number): string {
  const last = String.fromCodePoint(65 + (index % LETTERS));
  return index < LETTERS ? last : columnLetter(Math.floor(index / LETTERS) - 1) + last;
}

/**
 * Names for so many columns, every one different: the header's where there is one, else letters.
 * Braces go, for `{name}` stands for the column in templates.
 */
export function nameColumns(header: readonly string[] | null, count: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const wanted = cleanName(header?.[index] ?? "") || columnLetter(index);
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
    taken.add(name);
    return name;
  });
}

function cleanName(text: string): string {
  const plain = text
    .replaceAll(/[{}\0]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.slice(0, COLUMN_NAME_MAX_LENGTH - ROOM_FOR_NUMBER).trim();
}
