"use client";

import { useTranslations } from "next-intl";

/** Gives the sentence of an error key (`errors.<reason>`); unknown keys get the general one. */
export function useErrorText() {
  const t = useTranslations("errors");
  return (reason: string, values: Record<string, string | number> = {}): string =>
    t.has(reason) ? t(reason, values) : t("inputInvalid");
}
