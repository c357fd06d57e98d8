import type { CodeRow } from "@/lib/codes/list-codes";

/** More than this is for the codes list, which can filter and page. */
export const FOUND_LIMIT = 8;
export const SEARCH_MAX_LENGTH = 64;

/** What the palette says of a code. */
export type FoundCode = Pick<
  CodeRow,
  | "id"
  | "serial"
  | "label"
  | "target"
  | "scene"
  | "kind"
  | "status"
  | "envVersion"
  | "miniProgramName"
>;
