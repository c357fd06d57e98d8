"use client";

import { Button } from "@heroui/react";
import { Package, SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useEffect, useEffectEvent, useTransition } from "react";
import { CodePager } from "@/components/codes/list/code-pager";
import { PACK_LIST_PARAMS } from "@/components/packs/list/pack-list-params";
import { PackCards, PackTable } from "@/components/packs/list/pack-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { SectionCard } from "@/components/ui/section-card";
import type { PackRow } from "@/lib/packs/pack-view";

const LOOK_EVERY_MS = 3_000;

interface PackListProps {
  rows: readonly PackRow[];
  next: string | null;
  mayPack: boolean;
}

/** Every pack there was; while one is prepared the list follows it. */
export function PackList({ rows, next, mayPack }: PackListProps) {
  const t = useTranslations("packs.list");
  const router = useRouter();
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(PACK_LIST_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const isPreparing = rows.some(({ status }) => status === "preparing");
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") router.refresh();
  });
  useEffect(() => {
    if (!isPreparing) return;
    const timer = setInterval(() => look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isPreparing]);
  const isDeeper = params.cursor !== null;
  const goToNewest = () => void setParams({ cursor: null });
  return (
    <SectionCard isFlush>
      <ListBody
        isReading={isReading}
        table={<PackTable rows={rows} />}
        cards={<PackCards rows={rows} />}
        empty={
          rows.length > 0 ? null : isDeeper ? (
            <EmptyState
              icon={SearchX}
              title={t("noOlder")}
              action={
                <Button variant="outline" onPress={goToNewest}>
                  {t("showNewest")}
                </Button>
              }
            >
              {t("noOlderText")}
            </EmptyState>
          ) : (
            <EmptyState
              icon={Package}
              title={t("none")}
              action={mayPack ? <ButtonLink href="/packs/new">{t("newPack")}</ButtonLink> : null}
            >
              {t(mayPack ? "noneText" : "noneRead")}
            </EmptyState>
          )
        }
      />
      <CodePager
        isAtNewest={!isDeeper}
        hasOlder={next !== null}
        onNewest={goToNewest}
        onOlder={() => void setParams({ cursor: next })}
      />
    </SectionCard>
  );
}
