"use client";

import { Alert } from "@heroui/react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import type { CallFailure } from "@/lib/mini-programs/schema";

interface FailureCardProps {
  failure: CallFailure;
  /** True when nobody knows what WeChat did. */
  isUnknown: boolean;
  /** What can be done about it here. */
  action?: ReactNode;
}

/** Cause, fix, and whether quota was used; then what support will ask for. */
export function FailureCard({ failure, isUnknown, action }: FailureCardProps) {
  const t = useTranslations("codes.failure");
  const { cause, fix } = failure.words[useLocale().startsWith("zh") ? "zh" : "en"];
  // WeChat ends its message with the rid, which stands below with its copy button.
  const message = failure.message.replace(/\s*rid:.*$/, "");
  return (
    <Alert status={isUnknown ? "warning" : "danger"} role="alert">
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>{t(isUnknown ? "unknown" : "refused")}</Alert.Title>
        <dl className="mt-1 grid gap-x-3 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          <dt className="text-muted">{t("cause")}</dt>
          <dd>{cause}</dd>
          <dt className="text-muted">{t("fix")}</dt>
          <dd>{fix}</dd>
          <dt className="text-muted">{t("quota")}</dt>
          <dd>{t(failure.quotaUsed === "no" ? "quotaNo" : "quotaUnknown")}</dd>
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
        {action ? <div className="mt-3 flex flex-wrap gap-2">{action}</div> : null}
      </Alert.Content>
    </Alert>
  );
}
