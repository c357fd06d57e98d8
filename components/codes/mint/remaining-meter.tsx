"use client";

import { Label, Meter } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";

const NEARLY_FULL = 0.8;
const ALMOST_GONE = 0.95;

/** How much of the lifetime 100,000 is gone. */
export function RemainingMeter({ quota }: { quota: QuotaNumbers }) {
  const t = useTranslations("newCode.limited");
  const format = useFormatter();
  const used = quota.spent + quota.reserved;
  const share = used / quota.lifetimeLimit;
  const color = share >= ALMOST_GONE ? "danger" : share >= NEARLY_FULL ? "warning" : "accent";
  return (
    <Meter
      value={used}
      maxValue={quota.lifetimeLimit}
      size="sm"
      color={color}
      valueLabel={t("left", {
        left: format.number(quota.left),
        limit: format.number(quota.lifetimeLimit),
      })}
    >
      <Label>{t("remains")}</Label>
      <Meter.Output />
      <Meter.Track>
        <Meter.Fill />
      </Meter.Track>
    </Meter>
  );
}
