import { ChevronRight, Megaphone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CampaignRow } from "@/lib/campaigns/schema";

/** Campaigns, the newest first; each leads to its codes. */
export function CampaignList({ campaigns }: { campaigns: readonly CampaignRow[] }) {
  const t = useTranslations("campaigns");
  return (
    <ul className="divide-y divide-separator">
      {campaigns.map(({ id, name, createdAt, codeCount }) => (
        <li key={id}>
          <Link
            href={`/codes?campaignId=${id}`}
            title={t("codesOf", { name })}
            className="flex items-center gap-3 px-5 py-3 transition-colors hover:bg-surface-secondary"
          >
            <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-default text-muted">
              <Megaphone aria-hidden className="size-4" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="block text-xs text-muted">
                {t("createdAt")} <TimeStamp at={createdAt} />
              </span>
            </span>
            <span className="whitespace-nowrap text-muted">{t("codes", { count: codeCount })}</span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
