import { useTranslations } from "next-intl";
import { addressOfTicked } from "@/components/packs/words/new-pack-address";
import { PackStatusChip } from "@/components/packs/words/pack-status-chip";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PackOfCode } from "@/lib/packs/list-packs-of-code";

interface InPacksProps {
  codeId: string;
  packs: readonly PackOfCode[];
  mayPack: boolean;
}

/** Which packs a code went out in. */
export function InPacks({ codeId, packs, mayPack }: InPacksProps) {
  const t = useTranslations("codeDetail.packs");
  return (
    <SectionCard
      title={t("title")}
      actions={
        mayPack ? (
          <ButtonLink href={addressOfTicked([codeId])} variant="outline" size="sm">
            {t("make")}
          </ButtonLink>
        ) : null
      }
    >
      {packs.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-separator">
          {packs.map(({ id, name, status, createdBy, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="min-w-0 break-words">
                <TextLink href={`/packs/${id}`}>{name}</TextLink>
              </span>
              <PackStatusChip status={status} />
              <span className="ms-auto text-xs text-muted">
                {createdBy} · <TimeStamp at={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}
