"use client";

import { useTranslations } from "next-intl";
import type { Delimiter } from "@/lib/sheets/schema";

/** Keys of messages, and of choices: the characters themselves make poor ones. */
export const DELIMITER_KEYS: Record<Delimiter, "tab" | "comma" | "semicolon" | "bar"> = {
  "\t": "tab",
  ",": "comma",
  ";": "semicolon",
  "|": "bar",
};

/** A delimiter in words. */
export function useDelimiterName(): (delimiter: Delimiter) => string {
  const t = useTranslations("batches.rows.delimiters");
  return (delimiter) => t(DELIMITER_KEYS[delimiter]);
}
