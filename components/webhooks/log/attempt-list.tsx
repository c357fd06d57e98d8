"use client";

import { useFormatter, useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import { attemptTrouble } from "@/components/webhooks/words/attempt-trouble";
import type { AttemptRow } from "@/lib/webhooks/schema";

/** Every attempt, the newest first: when, what was answered, how long it took, and why it failed. */
export function AttemptList({ attempts }: { attempts: readonly AttemptRow[] }) {
  const t = useTranslations("webhooks.delivery");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="font-medium">{t("attempts")}</p>
      {attempts.length === 0 ? (
        <p className="text-sm text-muted">{t("noAttempt")}</p>
      ) : (
        <ol aria-label={t("attempts")} className="divide-y divide-separator">
          {attempts.map((attempt) => (
            <AttemptItem key={attempt.id} attempt={attempt} />
          ))}
        </ol>
      )}
    </div>
  );
}

function AttemptItem({ attempt }: { attempt: AttemptRow }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const { startedAt, durationMs, httpStatus, answer } = attempt;
  const trouble = attemptTrouble(attempt);
  return (
    <li className="flex flex-col gap-1 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusChip tone={trouble ? "danger" : "success"}>
          {httpStatus ?? t("delivery.noAnswer")}
        </StatusChip>
        <TimeStamp at={startedAt} as="exact" />
        <span className="text-muted">
          {t("delivery.duration", { ms: format.number(durationMs) })}
        </span>
      </p>
      {trouble ? <p>{t(`failures.${trouble.key}`, trouble.values)}</p> : null}
      {answer === "" ? null : (
        <pre
          role="region"
          aria-label={t("delivery.answer")}
          tabIndex={0}
          className="max-h-40 overflow-auto rounded-lg bg-surface-secondary p-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap"
        >
          {answer}
        </pre>
      )}
    </li>
  );
}
