import { InvalidInputError } from "@/lib/core/errors";
import { PLACE_NAMES } from "@/lib/packs/naming/place-names";

/** A piece of a template: words as they stand, or the name of what is filled in. */
export type Piece = { text: string } | { place: string };

/**
 * Reads a text such as `{city} · {label}`. A name that is none of ours is a key of the payload. Throws
 * InvalidInputError `packTemplateBraces` where the braces do not fit.
 */
export function readPlaces(template: string, field: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [found] of template.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    const place = found.length > 1 && found.startsWith("{") ? found.slice(1, -1).trim() : null;
    if (place === "" || found === "{" || found === "}") {
      throw new InvalidInputError("packTemplateBraces", field, { known: KNOWN });
    }
    pieces.push(place === null ? { text: found } : { place });
  }
  return pieces;
}

const KNOWN = PLACE_NAMES.map((name) => `{${name}}`).join(" ");
