import { InvalidInputError } from "@/lib/core/errors";

const PLACE = /\{([^{}]+)\}/g;

/** Fills a template with one row's cells. */
export type FillTemplate = (cells: readonly string[]) => string;

/**
 * Reads a template such as `{店名} 桌贴` once for all rows.
 * Throws InvalidInputError `columnUnknown` for a column the table does not have.
 */
export function readTemplate(
  template: string,
  columns: readonly string[],
  field: string,
): FillTemplate {
  const texts: string[] = [];
  const places: number[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACE)) {
    texts.push(template.slice(end, match.index));
    places.push(findColumn(match[1] ?? "", columns, field));
    end = match.index + match[0].length;
  }
  const rest = template.slice(end);
  return (cells) =>
    places.map((place, index) => (texts[index] ?? "") + (cells[place] ?? "")).join("") + rest;
}

/** Place of a column; throws InvalidInputError `columnUnknown`. */
export function findColumn(name: string, columns: readonly string[], field: string): number {
  const place = columns.indexOf(name.trim());
  if (place < 0) throw new InvalidInputError("columnUnknown", field, { column: name.trim() });
  return place;
}
