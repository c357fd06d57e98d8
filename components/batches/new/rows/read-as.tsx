"use client";

import { useTranslations } from "next-intl";
import { useDelimiterName } from "@/components/batches/new/rows/use-delimiter-name";
import type { SheetForm } from "@/lib/sheets/schema";

interface ReadAsProps {
  form: SheetForm;
  way: "paste" | "file";
}

/** What rows were taken for whose text or file is no longer at hand, so it cannot be changed. */
export function ReadAs({ form, way }: ReadAsProps) {
  const t = useTranslations("batches.rows");
  const delimiterName = useDelimiterName();
  const { encoding, delimiter, worksheet, hasHeader } = form;
  const facts = [
    worksheet === null ? null : t("isWorksheet", { name: worksheet }),
    encoding === null || way === "paste" ? null : t(`encodings.${encoding}`),
    delimiter === null ? null : t("isDelimiter", { name: delimiterName(delimiter) }),
    t(hasHeader ? "isHeader" : "isNoHeader"),
  ].filter((fact) => fact !== null);
  return (
    <p className="text-sm text-muted">
      {t("readAs", { facts: facts.join(t("listComma")) })} {t(`again.${way}`)}
    </p>
  );
}
