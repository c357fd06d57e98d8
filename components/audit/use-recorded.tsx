"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { recordedValue } from "@/lib/audit/recorded-value";

const LONGEST = 4_000;

/** Names and values of recorded fields as they are shown, in full. */
export function useRecorded() {
  const t = useTranslations("audit");
  const words = useTranslations();
  return {
    fieldName: (field: string) => (t.has(`fieldNames.${field}`) ? t(`fieldNames.${field}`) : field),
    shown: (field: string, value: unknown): ReactNode =>
      isEmpty(value) ? (
        <span className="text-muted">{t("empty")}</span>
      ) : (
        recordedValue(words, field, value, LONGEST)
      ),
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
