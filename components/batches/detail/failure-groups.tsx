"use client";

import { useLocale, useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import type { FailureGroup } from "@/lib/batches/progress-schema";

/** What went wrong, once per cause: how many, why, what to do, and whether quota was used. */
export function FailureGroups({ failures }: { failures: readonly FailureGroup[] }) {
  const t = useTranslations("batches.failures");
  const shared = useTranslations("codes.failure");
  const language = useLocale().startsWith("zh") ? "zh" : "en";
  return (
    <SectionCard isFlush title={t("title")} description={t("text")}>
      <ul className="divide-y divide-separator border-t border-separator">
        {failures.map(({ status, count, failure, mayRetry, example }) => (
          <li
            key={`${status} ${failure.errcode ?? ""} ${failure.why}`}
            className="flex flex-col gap-2 px-5 py-4"
          >
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{t("count", { count })}</span>
              <StatusChip tone={status === "unknown" ? "warning" : "danger"}>
                {shared(status)}
              </StatusChip>
              <StatusChip tone="default">{t(mayRetry ? "mayRetry" : "mustChange")}</StatusChip>
              <span className="font-mono text-xs text-muted">
                {failure.errcode === null ? failure.why : `errcode ${failure.errcode}`}
              </span>
            </p>
            <dl className="grid gap-x-3 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
              <dt className="text-muted">{shared("cause")}</dt>
              <dd>{failure.words[language].cause}</dd>
              <dt className="text-muted">{shared("fix")}</dt>
              <dd>{failure.words[language].fix}</dd>
              <dt className="text-muted">{shared("quota")}</dt>
              <dd>{shared(failure.quotaUsed === "unknown" ? "quotaUnknown" : "quotaNo")}</dd>
              <dt className="text-muted">{t("example")}</dt>
              <dd>
                <TextLink href={`/codes/${example.codeId}`}>{example.label}</TextLink>{" "}
                {t("row", { row: example.row })}
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
