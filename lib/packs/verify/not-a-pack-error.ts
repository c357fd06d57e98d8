/**
 * Why a file is no pack as the desk makes them: no ZIP at all, one that was cut off or contradicts itself, one another
 * program has compressed, one without a manifest or with one that cannot be read, one larger than any pack.
 */
export const NOT_A_PACK = [
  "notZip",
  "broken",
  "packedAgain",
  "noManifest",
  "badManifest",
  "tooMuch",
] as const;
export type NotAPack = (typeof NOT_A_PACK)[number];

export class NotAPackError extends Error {
  override readonly name = "NotAPackError";

  constructor(readonly why: NotAPack) {
    super(`Not a pack: ${why}.`);
  }
}
