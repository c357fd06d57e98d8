"use client";

import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";

interface AboutWhatProps {
  codeId: string | null;
  codeLabel: string | null;
  batchId: string | null;
}

/** What a line of the ledger or a reservation is about: a code with its link, a batch, or the whole quota. */
export function AboutWhat({ codeId, codeLabel, batchId }: AboutWhatProps) {
  const t = useTranslations("quota.about");
  if (codeId && codeLabel) return <TextLink href={`/codes/${codeId}`}>{codeLabel}</TextLink>;
  if (codeId) return <span className="text-muted">{t("codeGone")}</span>;
  if (batchId) {
    return (
      <TextLink href={`/batches/${batchId}`}>{t("batch", { id: batchId.slice(-6) })}</TextLink>
    );
  }
  return <span className="text-muted">{t("quota")}</span>;
}
