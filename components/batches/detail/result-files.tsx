"use client";

import { buttonVariants } from "@heroui/styles";
import { FileSpreadsheet } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { progressOf } from "@/components/batches/words/progress-of";
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
        <a
          key={part}
          href={`/api/batches/${batchId}/export?part=${part}`}
          download
          className={buttonVariants({ variant: "outline", size: "sm" })}
        >
          <FileSpreadsheet aria-hidden className="size-4" />
          {t(part, { count: format.number(count) })}
        </a>
      ))}
    </section>
  );
}
