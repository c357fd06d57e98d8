"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import type { ReactNode } from "react";
import { DownloadCard } from "@/components/packs/detail/download-card";
import { EndedNote } from "@/components/packs/detail/ended-note";
import { FactsCard } from "@/components/packs/detail/facts-card";
import { PreparingCard } from "@/components/packs/detail/preparing-card";
import { ProblemsCard } from "@/components/packs/detail/problems-card";
import { TakesCard } from "@/components/packs/detail/takes-card";
import { usePack, useTabTitle } from "@/components/packs/detail/use-pack";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { useAction } from "@/components/ui/use-action";
import type { PackDetail } from "@/lib/packs/pack-view";
import type { PackOf } from "@/lib/packs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface PackScreenProps {
  pack: PackDetail;
  lookName: string | null;
  mayPack: boolean;
  cancelPack: (input: PackOf) => Promise<ActionResult<unknown>>;
  /** Its links; a pack that never was ready has none. */
  children: ReactNode;
}

/** A pack while it is prepared and ever after; the page may be left and come back to. */
export function PackScreen({ pack: given, lookName, mayPack, ...rest }: PackScreenProps) {
  const { cancelPack, children } = rest;
  const t = useTranslations("packs.detail");
  const router = useRouter();
  const { pack, isLost, look } = usePack(given);
  useTabTitle(pack);
  const cancelling = useAction(cancelPack);
  const shown = useRef(given.status);
  // What the server renders beside this, the links among it, is of the state it was asked in.
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    if (shown.current === pack.status) return;
    shown.current = pack.status;
    refresh();
  }, [pack.status]);

  return (
    <div className="flex flex-col gap-4">
      <ProblemBanner problem={cancelling.problem} />
      {isLost ? (
        <p role="status" className="rounded-lg bg-warning-soft px-3 py-2 text-sm">
          {t("lost")}
        </p>
      ) : null}
      {pack.status === "preparing" ? (
        <PreparingCard
          pack={pack}
          isCancelling={cancelling.isPending}
          onCancel={mayPack ? () => void cancelling.run({ packId: pack.id }).then(look) : null}
        />
      ) : null}
      {pack.status === "ready" ? <DownloadCard pack={pack} onTaken={look} /> : null}
      <EndedNote pack={pack} mayPack={mayPack} />
      <ProblemsCard pack={pack} />
      {pack.readyAt ? (
        <>
          {children}
          <TakesCard pack={pack} />
        </>
      ) : null}
      <FactsCard pack={pack} lookName={lookName} />
    </div>
  );
}
