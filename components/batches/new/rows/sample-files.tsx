"use client";

import { useTranslations } from "next-intl";

/** A file to begin with, in the person's language. */
export function SampleFiles() {
  const t = useTranslations("batches.file");
  return (
    <p className="flex flex-wrap gap-x-3 text-xs text-muted">
      {t("sample")}
      {(["csv", "xlsx"] as const).map((format) => (
        <a
          key={format}
          href={`/api/batches/sample?format=${format}`}
          download
          className="text-link underline underline-offset-2"
        >
          {t(`samples.${format}`)}
        </a>
      ))}
    </p>
  );
}
