"use client";

import { Alert } from "@heroui/react";
import { useLocale, useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import type { CallFailure } from "@/lib/wechat-state/schema";

/** Why the credentials were not accepted: cause, what to do, and WeChat's own words. */
export function CredentialRefusal({ failure }: { failure: CallFailure }) {
  const t = useTranslations("miniPrograms.check");
  const { cause, fix } = failure.words[useLocale() === "zh-CN" ? "zh" : "en"];
  const isAnswer = failure.errcode !== null;
  return (
    <Alert status={isAnswer ? "danger" : "warning"}>
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>{isAnswer ? t("refused") : t("notAsked")}</Alert.Title>
        <dl className="mt-1.5 grid gap-x-3 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          <dt className="text-muted">{t("cause")}</dt>
          <dd>{cause}</dd>
          <dt className="text-muted">{t("fix")}</dt>
          <dd>{fix}</dd>
          <dt className="text-muted">{isAnswer ? t("answer") : t("detail")}</dt>
          <dd className="min-w-0 font-mono text-xs leading-5 break-words">
            {isAnswer ? `errcode ${failure.errcode} · ` : null}
            {failure.message}
          </dd>
          {failure.rid ? (
            <>
              <dt className="self-center text-muted">{t("rid")}</dt>
              <dd className="flex min-w-0 items-center gap-1 font-mono text-xs">
                <span className="truncate">{failure.rid}</span>
                <CopyButton text={failure.rid} label={t("rid")} />
              </dd>
            </>
          ) : null}
        </dl>
        <p className="mt-1 text-xs text-muted">{t("quota")}</p>
      </Alert.Content>
    </Alert>
  );
}
