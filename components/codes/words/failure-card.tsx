"use client";

import { Alert } from "@heroui/react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useClockTime } from "@/components/codes/words/use-clock-time";
import { CopyButton } from "@/components/ui/copy-button";
import { TextLink } from "@/components/ui/text-link";
import type { CodeDetail } from "@/lib/codes/schema";
import type { CallFailure } from "@/lib/wechat-state/schema";

interface FailureCardProps {
  code: CodeDetail;
  failure: CallFailure;
  /** What can be done about it here. */
  action?: ReactNode;
}

/** Cause, fix, and whether quota was used; then what support will ask for. */
export function FailureCard({ code, failure, action }: FailureCardProps) {
  const t = useTranslations("codes.failure");
  const clockTime = useClockTime();
  const { heldUntil } = code;
  const isUnknown = code.status === "unknown";
  const { cause, fix } = failure.words[useLocale().startsWith("zh") ? "zh" : "en"];
  // WeChat ends its message with the rid, which stands below with its copy button.
  const message = failure.message.replace(/\s*rid:.*$/, "");
  return (
    <Alert status={statusOf(code)} role={heldUntil ? "status" : "alert"}>
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>
          {heldUntil
            ? t("held", { time: clockTime(heldUntil) })
            : t(isUnknown ? "unknown" : "refused")}
        </Alert.Title>
        <dl className="mt-1 grid gap-x-3 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          <dt className="text-muted">{t("cause")}</dt>
          <dd>{cause}</dd>
          <dt className="text-muted">{t("fix")}</dt>
          <dd>{fix}</dd>
          <dt className="text-muted">{t("quota")}</dt>
          <dd>
            {code.hasEarlierDoubt ? `${t("inDoubt")} ` : null}
            {t(quotaText(code, failure))}
          </dd>
          <dt className="text-muted">{t("answer")}</dt>
          <dd className="min-w-0 font-mono text-xs leading-5 break-words">
            {failure.errcode === null ? failure.why : `errcode ${failure.errcode}`}
            {message ? ` · ${message}` : null}
          </dd>
          {failure.rid ? (
            <>
              <dt className="self-center text-muted">rid</dt>
              <dd className="flex min-w-0 items-center gap-1 font-mono text-xs">
                <span className="break-all">{failure.rid}</span>
                <CopyButton text={failure.rid} label="rid" />
              </dd>
            </>
          ) : null}
        </dl>
        {action || code.isMendedAtMiniProgram ? (
          <div className="mt-3 flex flex-wrap gap-x-4 gap-y-2">
            {action}
            {code.isMendedAtMiniProgram ? (
              <span className="self-center text-sm">
                <TextLink href={`/mini-programs/${code.miniProgram.id}`}>
                  {t("openMiniProgram")}
                </TextLink>
              </span>
            ) : null}
          </div>
        ) : null}
      </Alert.Content>
    </Alert>
  );
}

function statusOf({ heldUntil, status }: CodeDetail) {
  if (heldUntil) return "accent";
  return status === "unknown" ? "warning" : "danger";
}

function quotaText({ heldUntil, kind }: CodeDetail, { quotaUsed }: CallFailure) {
  if (quotaUsed === "unknown") return "quotaUnknown";
  return heldUntil && kind !== "WXACODE_UNLIMITED" ? "quotaHeld" : "quotaNo";
}
