"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Fault } from "@/components/packs/labels/find-faults";
import { useErrorText } from "@/components/ui/use-error-text";

/** The sentence of a fault, with how much is too much where that is known. */
export function useFaultText() {
  const t = useTranslations("labelSheets");
  const format = useFormatter();
  const errorText = useErrorText();
  return ({ reason, mm }: Fault): string =>
    mm === undefined
      ? errorText(reason)
      : `${errorText(reason)}${t("over", { mm: format.number(mm) })}`;
}
