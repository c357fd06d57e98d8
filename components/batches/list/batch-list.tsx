"use client";

import { Button } from "@heroui/react";
import { Layers, SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useEffect, useEffectEvent, useTransition } from "react";
import { BATCH_LIST_PARAMS } from "@/components/batches/list/batch-list-params";
import { BatchCards, BatchTable } from "@/components/batches/list/batch-table";
import { CodePager } from "@/components/codes/list/code-pager";
import { ButtonLink } from "@/components/ui/button-link";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { SectionCard } from "@/components/ui/section-card";
import type { BatchRow } from "@/lib/batches/progress-schema";
import { BatchStatus } from "@/lib/batches/schema";

const ANY = "any";
const LOOK_EVERY_MS = 5_000;

interface BatchListProps {
  rows: readonly BatchRow[];
  next: string | null;
  mayMint: boolean;
}

/** Every batch with how far it is; while one runs the list follows it. */
export function BatchList({ rows, next, mayMint }: BatchListProps) {
  const t = useTranslations("batches");
  const router = useRouter();
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(BATCH_LIST_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const isRunning = rows.some(({ status }) => status === "running");
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") router.refresh();
  });
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  const isNarrowed = params.status !== null;
  const isDeeper = params.cursor !== null;
  const isEmpty = rows.length === 0;
  return (
    <>
      {isEmpty && !isNarrowed && !isDeeper ? null : (
        <div className="mb-3">
          <ChoiceSelect
            isLabelHidden
            label={t("list.filter")}
            className="w-44"
            value={params.status ?? ANY}
            onChange={(value) =>
              void setParams({ status: BatchStatus.safeParse(value).data ?? null, cursor: null })
            }
            options={[
              { id: ANY, label: t("list.anyStatus") },
              ...BatchStatus.options.map((status) => ({
                id: status,
                label: t(`status.${status}`),
              })),
            ]}
          />
        </div>
      )}
      <SectionCard isFlush>
        <ListBody
          isReading={isReading}
          table={<BatchTable rows={rows} />}
          cards={<BatchCards rows={rows} />}
          empty={
            isEmpty ? (
              <EmptyState
                icon={isNarrowed || isDeeper ? SearchX : Layers}
                title={t(isNarrowed || isDeeper ? "list.noMatch" : "list.none")}
                action={
                  isNarrowed || isDeeper ? (
                    <Button variant="outline" onPress={() => void setParams(null)}>
                      {t("list.showAll")}
                    </Button>
                  ) : mayMint ? (
                    <ButtonLink href="/batches/new">{t("list.newBatch")}</ButtonLink>
                  ) : null
                }
              >
                {t(
                  isNarrowed || isDeeper
                    ? "list.noMatchText"
                    : mayMint
                      ? "list.noneText"
                      : "list.noneRead",
                )}
              </EmptyState>
            ) : null
          }
        />
        <CodePager
          isAtNewest={!isDeeper}
          hasOlder={next !== null}
          onNewest={() => void setParams({ cursor: null })}
          onOlder={() => void setParams({ cursor: next })}
        />
      </SectionCard>
    </>
  );
}
