import { z } from "zod";
import { InvalidInputError } from "@/lib/core/errors";

/** One page of a list; `next` is null on the last one. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** Packs the sort keys of the last row into an opaque, URL-safe text. */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** Unpacks a cursor; throws InvalidInputError when it was not made by `encodeCursor`. */
export function decodeCursor<Keys>(cursor: string, schema: z.ZodType<Keys>): Keys {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new InvalidInputError("cursorInvalid", "cursor");
  }
}
