import { useTranslations } from "next-intl";
import { TicketChip } from "@/components/platforms/ticket-chip";
import { CopyButton } from "@/components/ui/copy-button";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PlatformRow } from "@/lib/platforms/schema";

export function PlatformFacts({ platform }: { platform: PlatformRow }) {
  const t = useTranslations("platforms");
  const { componentAppId, createdAt } = platform;
  return (
    <SectionCard title={t("facts")}>
      <FactList
        facts={[
          {
            term: t("fields.componentAppId"),
            value: (
              <span className="-my-1.5 flex items-center gap-1">
                <code className="font-mono">{componentAppId}</code>
                <CopyButton text={componentAppId} label={t("fields.componentAppId")} />
              </span>
            ),
          },
          { term: t("fields.ticket"), value: <TicketChip {...platform} /> },
          { term: t("fields.created"), value: <TimeStamp at={createdAt} as="exact" /> },
        ]}
      />
    </SectionCard>
  );
}
