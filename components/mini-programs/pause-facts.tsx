"use client";

import { useLocale, useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CallPause } from "@/lib/wechat-state/schema";

/** One pause: what it holds back, since and until when, why, and what to do. */
export function PauseFacts({ pause }: { pause: CallPause }) {
  const t = useTranslations("miniPrograms.pauses");
  const { cause, fix } = pause.words[useLocale() === "zh-CN" ? "zh" : "en"];
  const { scope, since, until, errcode } = pause;
  return (
    <dl className="grid gap-x-3 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      <dt className="text-muted">{t("held")}</dt>
      <dd className="font-medium">
        {scope === "all" || scope === "limited"
          ? t(`scopes.${scope}`)
          : t("scopes.endpoint", { name: scope })}
      </dd>
      <dt className="text-muted">{t("since")}</dt>
      <dd>
        <TimeStamp at={since} as="exact" />
      </dd>
      <dt className="text-muted">{t("until")}</dt>
      <dd>{until ? <TimeStamp at={until} as="exact" /> : t("forever")}</dd>
      <dt className="text-muted">{t("why")}</dt>
      <dd>
        {cause} <span className="font-mono text-xs text-muted">errcode {errcode}</span>
      </dd>
      <dt className="text-muted">{t("fix")}</dt>
      <dd>{fix}</dd>
    </dl>
  );
}
