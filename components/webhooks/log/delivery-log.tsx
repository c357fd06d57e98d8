"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useEffect, useEffectEvent, useRef } from "react";
import { CodePager } from "@/components/codes/list/code-pager";
import { ListSkeleton } from "@/components/ui/list-skeleton";
import { ReadAgain } from "@/components/ui/read-again";
import { SectionCard } from "@/components/ui/section-card";
import { DeliveryFilters } from "@/components/webhooks/log/delivery-filters";
import { DeliveryItem } from "@/components/webhooks/log/delivery-item";
import { DELIVERY_PARAMS } from "@/components/webhooks/log/delivery-params";
import { NoDeliveries } from "@/components/webhooks/log/no-deliveries";
import { useDeliveries } from "@/components/webhooks/log/use-deliveries";
import type { ResendDelivery } from "@/components/webhooks/webhook-verbs";
import { DELIVERIES_KEPT_DAYS } from "@/lib/webhooks/schema";
import type { DeliveryRow } from "@/lib/webhooks/schema";

interface DeliveryLogProps {
  webhookId: string;
  resend: ResendDelivery;
}

/** What was sent to an endpoint and what became of it, the newest first. */
export function DeliveryLog({ webhookId, resend }: DeliveryLogProps) {
  const t = useTranslations("webhooks.log");
  const [params, setParams] = useQueryStates(DELIVERY_PARAMS, { history: "push" });
  const { data, isError, isPlaceholderData, refetch } = useDeliveries(webhookId, params);
  const rows = data?.rows ?? [];
  const isNarrowed = Object.values(params).some((value) => value !== null);
  useFreshFacts(rows);

  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={t("text", { days: DELIVERIES_KEPT_DAYS })}
      actions={<DeliveryFilters params={params} onAsk={(changes) => void setParams(changes)} />}
    >
      <div
        aria-busy={data === undefined || isPlaceholderData}
        className={`border-t border-separator transition-opacity ${isPlaceholderData ? "opacity-60" : ""}`}
      >
        {isError ? (
          <div className="px-5 py-4">
            <ReadAgain
              text={t("failed")}
              label={t("again")}
              onPress={() => void (params.cursor ? setParams({ cursor: null }) : refetch())}
            />
          </div>
        ) : null}
        {data === undefined && !isError ? <ListSkeleton rows={4} /> : null}
        {data && !isError && rows.length === 0 ? (
          <NoDeliveries isNarrowed={isNarrowed} onShowAll={() => void setParams(null)} />
        ) : null}
        {rows.length > 0 ? (
          <ul aria-label={t("title")} className="divide-y divide-separator">
            {rows.map((row) => (
              <DeliveryItem key={row.id} row={row} resend={resend} />
            ))}
          </ul>
        ) : null}
      </div>
      <CodePager
        isAtNewest={params.cursor === null}
        hasOlder={typeof data?.next === "string"}
        onNewest={() => void setParams({ cursor: null })}
        onOlder={() => void setParams({ cursor: data?.next ?? null })}
      />
    </SectionCard>
  );
}

/** An attempt may change how the endpoint fares, which stands above the log. */
function useFreshFacts(rows: readonly DeliveryRow[]): void {
  const router = useRouter();
  const seen = useRef("");
  const outcomes = rows.map(({ id, status, attemptCount }) => `${id} ${status} ${attemptCount}`);
  const look = useEffectEvent((state: string) => {
    if (seen.current !== "" && seen.current !== state) router.refresh();
    seen.current = state;
  });
  const state = outcomes.join();
  useEffect(() => look(state), [state]);
}
