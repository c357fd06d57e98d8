import { ChevronRight, Megaphone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CampaignRow } from "@/lib/campaigns/schema";

/** Campaigns, the newest first; each leads to its codes. */
export function CampaignList({ campaigns }: { campaigns: readonly CampaignRow[] }) {
  const t = useTranslations("campaigns");
  return (
    <ul className="divide-separator divide-y">
      {campaigns.map(({ id, name, createdAt, codeCount }) => (
        <li key={id}>
          <Link
            href={`/codes?campaignId=${id}`}
            title={t("codesOf", { name })}
            className="hover:bg-surface-secondary flex items-center gap-3 px-5 py-3 transition-colors"
          >
            <span className="bg-default text-muted grid size-9 shrink-0 place-items-center rounded-lg">
              <Megaphone aria-hidden className="size-4" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="text-muted block text-xs">
                {t("createdAt")} <TimeStamp at={createdAt} />
              </span>
            </span>
            <span className="text-muted whitespace-nowrap">{t("codes", { count: codeCount })}</span>
            <ChevronRight aria-hidden className="text-muted size-4 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
