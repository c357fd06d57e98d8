import { buttonVariants } from "@heroui/styles";
import { BookOpenCheck, ChevronRight, Megaphone, Package } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { logAddress } from "@/components/audit/log-address";
import { EditFields } from "@/components/campaigns/edit-fields";
import type { SetFields } from "@/components/campaigns/fields-form";
import { RenameCampaign } from "@/components/campaigns/rename-campaign";
import type { Rename } from "@/components/campaigns/rename-campaign";
import { addressOfAll } from "@/components/packs/words/new-pack-address";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CampaignRow } from "@/lib/campaigns/schema";

interface CampaignListProps {
  campaigns: readonly CampaignRow[];
  /** Null: the person may only look. */
  setFields: SetFields | null;
  rename: Rename | null;
  mayPack: boolean;
}

/** Campaigns, the newest first; each leads to its codes, and says what its payloads are made of. */
export function CampaignList({ campaigns, setFields, rename, mayPack }: CampaignListProps) {
  const t = useTranslations("campaigns");
  return (
    <ul className="divide-y divide-separator">
      {campaigns.map((campaign) => {
        const { id, name, createdAt, codeCount, fields } = campaign;
        return (
          <li
            key={id}
            className="flex items-center gap-1 pe-3 transition-colors hover:bg-surface-secondary"
          >
            <Link
              href={`/codes?campaignId=${id}`}
              title={t("codesOf", { name })}
              className="flex min-w-0 flex-1 items-center gap-3 py-3 ps-5 pe-2"
            >
              <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-default text-muted">
                <Megaphone aria-hidden className="size-4" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block text-xs text-muted md:hidden">
                  {t("codes", { count: codeCount })}
                </span>
                <span className="block text-xs text-muted">
                  {t("createdAt")} <TimeStamp at={createdAt} /> ·{" "}
                  {fields.length > 0
                    ? t("fields.count", { count: fields.length })
                    : t("fields.anything")}
                </span>
              </span>
              <span className="whitespace-nowrap text-muted max-md:hidden">
                {t("codes", { count: codeCount })}
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted max-md:hidden" />
            </Link>
            {mayPack && codeCount > 0 ? (
              <Link
                href={addressOfAll("campaign", id)}
                prefetch={false}
                aria-label={t("packOf", { name })}
                title={t("packOf", { name })}
                className={buttonVariants({ variant: "ghost", size: "sm", isIconOnly: true })}
              >
                <Package aria-hidden className="size-4" />
              </Link>
            ) : null}
            <Link
              href={logAddress("campaign", id)}
              prefetch={false}
              aria-label={t("logOf", { name })}
              title={t("logOf", { name })}
              className={buttonVariants({ variant: "ghost", size: "sm", isIconOnly: true })}
            >
              <BookOpenCheck aria-hidden className="size-4" />
            </Link>
            {rename ? <RenameCampaign campaign={campaign} rename={rename} /> : null}
            {setFields ? <EditFields campaign={campaign} setFields={setFields} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
