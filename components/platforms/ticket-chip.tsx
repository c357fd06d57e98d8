import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PlatformRow } from "@/lib/platforms/schema";

/** Whether the platform has a ticket that works, and when the last one came. */
export function TicketChip({ ticketAt, hasTicket }: Pick<PlatformRow, "ticketAt" | "hasTicket">) {
  const t = useTranslations("platforms.ticket");
  if (!ticketAt) {
    return (
      <StatusChip tone="default" icon={CircleHelp}>
        {t("never")}
      </StatusChip>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <StatusChip tone={hasTicket ? "success" : "danger"} icon={hasTicket ? CircleCheck : CircleX}>
        {t(hasTicket ? "fresh" : "old")}
      </StatusChip>
      <span className="text-xs text-muted">
        {t("pushed")} <TimeStamp at={ticketAt} />
      </span>
    </span>
  );
}
