"use client";

import { useFormatter, useTranslations } from "next-intl";
import { progressOf } from "@/components/batches/words/progress-of";
import { TableLinks } from "@/components/ui/table-links";
import type { BatchCounts } from "@/lib/batches/progress-schema";

interface ResultFilesProps {
  batchId: string;
  counts: BatchCounts;
}

/** What was made, left out and failed, each as its own file; one that would be empty is not offered. */
export function ResultFiles({ batchId, counts }: ResultFilesProps) {
  const t = useTranslations("batches.files");
  const format = useFormatter();
  const { failed, skipped } = progressOf(counts);
  const files = [
    { part: "done", count: counts.minted },
    { part: "skipped", count: skipped },
    { part: "failed", count: failed },
  ].filter(({ count }) => count > 0);
  if (files.length === 0) return null;
  return (
    <section aria-label={t("title")} className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t("title")}</span>
      {files.map(({ part, count }) => (
        <TableLinks
          key={part}
          label={t(part, { count: format.number(count) })}
          addressOf={(wanted) => `/api/batches/${batchId}/export?part=${part}&format=${wanted}`}
        />
      ))}
    </section>
  );
}
