"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { payloadSummary } from "@/components/scenes/words/payload-summary";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { SceneRetirement } from "@/lib/scenes/schema";

/** Says that scans lead elsewhere, or will: since when, why, by whom, and where to. */
export function RetirementNote({ retirement }: { retirement: SceneRetirement }) {
  const t = useTranslations("scenes.detail.retirement");
  const why = useTranslations("scenes.detail.retire.whys");
  const { at, isAhead, note, by, fallback } = retirement;
  const summary = payloadSummary(fallback?.payload);
  return (
    <Alert status={isAhead ? "warning" : "danger"}>
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>
          {t(isAhead ? "ahead" : "past")} <TimeStamp at={at} as="exact" />
        </Alert.Title>
        <Alert.Description>
          <span className="block">
            {t("why", { why: why(retirement.why), by })}
            {note ? ` · ${note}` : null}
          </span>
          <span className="block break-words">
            {fallback ? t("fallback", { page: fallback.page || t("homePage") }) : t("noFallback")}
            {summary ? ` · ${summary}` : null}
          </span>
        </Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
