"use client";

import { Tooltip } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { quotaLevel } from "@/components/layout/quota-level";
import { QuotaMeter } from "@/components/ui/quota-meter";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";

interface QuotaCardProps {
  quota: QuotaNumbers;
  isFolded?: boolean;
}

/** At the foot of the side bar: how much of the 100,000 is left, always in sight. */
export function QuotaCard({ quota, isFolded = false }: QuotaCardProps) {
  const t = useTranslations("frame.quota");
  const format = useFormatter();
  const { spent, reserved, left, lifetimeLimit, numUsed, numUsedAt } = quota;
  const count = (figure: number) => format.number(figure);
  const meter = (
    <QuotaMeter
      label={t("meter", { used: count(spent + reserved), limit: count(lifetimeLimit) })}
      spent={spent}
      reserved={reserved}
      limit={lifetimeLimit}
      tone={quotaLevel(quota)}
    />
  );
  if (isFolded) {
    return (
      <Tooltip>
        <Tooltip.Trigger className="w-full rounded-md p-1.5" aria-label={t("title")}>
          {meter}
        </Tooltip.Trigger>
        <Tooltip.Content placement="right">{t("left", { count: count(left) })}</Tooltip.Content>
      </Tooltip>
    );
  }
  return (
    <section aria-label={t("title")} className="rounded-xl border border-border bg-surface p-3">
      <div className="flex items-baseline justify-between gap-2">
        <p className="font-semibold">{t("left", { count: count(left) })}</p>
        <p className="text-xs text-muted">{t("of", { limit: count(lifetimeLimit) })}</p>
      </div>
      <div className="my-2">{meter}</div>
      <p className="flex flex-wrap gap-x-2 text-xs text-muted">
        <span>{t("spent", { count: count(spent) })}</span>
        <span>{t("reserved", { count: count(reserved) })}</span>
      </p>
      <p className="mt-0.5 text-xs text-muted">
        {numUsed === null ? t("wechatSilent") : t("wechat", { count: count(numUsed) })}
        {numUsedAt ? (
          <>
            {" · "}
            <TimeStamp at={numUsedAt} />
          </>
        ) : null}
      </p>
    </section>
  );
}
