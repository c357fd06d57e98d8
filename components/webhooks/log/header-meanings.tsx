"use client";

import { useTranslations } from "next-intl";
import { FactList } from "@/components/ui/fact-list";
import { Fold } from "@/components/developers/fold";

const HEADERS = [
  ["webhook-id", "id"],
  ["webhook-timestamp", "timestamp"],
  ["webhook-signature", "signature"],
  ["content-type", "type"],
] as const;

/** The headers a message comes with, and what each is for. */
export function HeaderMeanings() {
  const t = useTranslations("webhooks.delivery");
  return (
    <Fold isSmall title={t("headers")}>
      <FactList
        facts={HEADERS.map(([header, key]) => ({
          term: header,
          value: t(`headerMeanings.${key}`),
        }))}
      />
    </Fold>
  );
}
