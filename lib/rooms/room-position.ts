import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";

/** Where a page of a slice begins: behind a newer entry, or before an older one. Null: at the newest. */
export interface RoomPosition {
  beforeSeq: string | null;
  afterSeq: string | null;
}

const Cursor = z.tuple([z.enum(["before", "after"]), z.string().regex(/^\d{1,18}$/)]);

/** Reads a cursor; throws InvalidInputError when no page gave it. It tells a place in the log, and lets nobody see it. */
export function readPosition(cursor: string | undefined): RoomPosition {
  if (cursor === undefined) return { beforeSeq: null, afterSeq: null };
  const [side, seq] = decodeCursor(cursor, Cursor);
  return side === "before"
    ? { beforeSeq: seq, afterSeq: null }
    : { beforeSeq: null, afterSeq: seq };
}

export function positionCursor(side: "before" | "after", seq: string): string {
  return encodeCursor([side, seq]);
}
