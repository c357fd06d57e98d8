"use client";

import { useTranslations } from "next-intl";
import { payloadSummary } from "@/components/scenes/words/payload-summary";

interface LeadsToProps {
  page: string;
  payload: unknown;
}

/** Page and payload in two short lines. */
export function LeadsTo({ page, payload }: LeadsToProps) {
  const t = useTranslations("scenes.list");
  const summary = payloadSummary(payload);
  return (
    <span className="flex min-w-0 flex-col">
      <span className="truncate font-mono text-[13px]">{page || t("homePage")}</span>
      <span className="truncate text-xs text-muted" title={summary || undefined}>
        {summary || t("noPayload")}
      </span>
    </span>
  );
}
