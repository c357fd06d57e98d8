"use client";

import { Ban, CircleX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { TokenFailure } from "@/lib/mini-programs/schema";

/** What lately went wrong with tokens: cause, what to do, and WeChat's own words. */
export function TokenFailures({ failures }: { failures: readonly TokenFailure[] }) {
  const t = useTranslations("miniPrograms.health");
  const language = useLocale() === "zh-CN" ? "zh" : "en";
  if (failures.length === 0) return <p className="text-sm text-muted">{t("noFailures")}</p>;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t("failures")}</h3>
      <ul className="divide-y divide-separator border-t border-separator">
        {failures.map(({ id, at, kind, failure }) => (
          <li key={id} className="flex flex-col gap-1 py-2.5 text-sm">
            <p className="flex flex-wrap items-center gap-2">
              <StatusChip
                tone={kind === "failed" ? "danger" : "warning"}
                icon={kind === "failed" ? CircleX : Ban}
              >
                {t(kind)}
              </StatusChip>
              <span className="text-xs text-muted">
                <TimeStamp at={at} />
              </span>
            </p>
            <p>{failure.words[language].cause}</p>
            <p>
              <span className="text-muted">{t("fix")} </span>
              {failure.words[language].fix}
            </p>
            <p className="min-w-0 font-mono text-xs leading-5 break-words text-muted">
              <span className="sr-only">{t("detail")} </span>
              {failure.errcode === null ? failure.why : `errcode ${failure.errcode}`}
              {failure.message ? ` · ${failure.message}` : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
