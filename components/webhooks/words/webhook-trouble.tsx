import { useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";
import { FAILING_DAYS } from "@/lib/webhooks/schema";
import type { WebhookRow } from "@/lib/webhooks/schema";

interface WebhookTroubleProps {
  webhook: Pick<WebhookRow, "disabledAt" | "disabledWhy" | "failingSince">;
}

/** Why nothing arrives, and since when; nothing where all is well. */
export function WebhookTrouble({ webhook }: WebhookTroubleProps) {
  const t = useTranslations("webhooks");
  const { disabledAt, disabledWhy, failingSince } = webhook;
  const since = disabledAt ?? failingSince;
  if (since === null) return null;
  return (
    <span className="text-xs text-muted">
      {disabledAt
        ? t(`disabledWhy.${disabledWhy ?? "person"}`, { days: FAILING_DAYS })
        : t("failingSince")}{" "}
      <TimeStamp at={since} />
    </span>
  );
}
