"use client";

import { buttonVariants } from "@heroui/styles";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

/** The bad rows with their reasons as a file, to be put right where they came from. */
export function BadRowFiles({ draftId }: { draftId: string }) {
  const t = useTranslations("batches.check");
  return (
    <span role="group" aria-label={t("saveBad")} className="flex flex-wrap items-center gap-2">
      {(["csv", "xlsx"] as const).map((format) => (
        <a
          key={format}
          href={`/api/batches/drafts/${draftId}/bad-rows?format=${format}`}
          download
          className={buttonVariants({ variant: "outline", size: "sm" })}
        >
          <Download aria-hidden className="size-4" />
          {t(`saveBadAs.${format}`)}
        </a>
      ))}
    </span>
  );
}
