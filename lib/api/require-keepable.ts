import { pointerStep } from "@/lib/api/pointer-step";
import { ApiError } from "@/lib/api/problem";

const MOST_LEVELS = 32;

/**
 * Lets through what the database can keep: JSON may spell NUL and halves of surrogate pairs, PostgreSQL takes neither.
 * Throws ApiError `invalid_input` that points at the text, and `bad_request` for what is nested without end.
 */
export function requireKeepable(value: unknown, pointer = "", level = 0): void {
  if (typeof value === "string") return requireText(value, pointer);
  if (typeof value !== "object" || value === null) return;
  if (level >= MOST_LEVELS) throw new ApiError("bad_request", "bodyDeep", { most: MOST_LEVELS });
  for (const [name, inner] of Object.entries(value)) {
    requireText(name, pointer);
    requireKeepable(inner, `${pointer}/${pointerStep(name)}`, level + 1);
  }
}

function requireText(text: string, pointer: string): void {
  if (text.includes("\0") || !text.isWellFormed()) {
    throw new ApiError("invalid_input", "textOdd", {}, {}, pointer);
  }
}
