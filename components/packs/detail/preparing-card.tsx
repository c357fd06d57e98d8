"use client";

import { CircleStop } from "lucide-react";
import { useTranslations } from "next-intl";
import { PackProgress } from "@/components/packs/words/pack-progress";
import { PackStatusChip } from "@/components/packs/words/pack-status-chip";
import { percentOf } from "@/components/packs/words/percent-of";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PackDetail } from "@/lib/packs/pack-view";

interface PreparingCardProps {
  pack: PackDetail;
  /** Null: the person may only look. */
  onCancel: (() => void) | null;
  isCancelling: boolean;
}

/** How far the pack is; the page may be left and come back to. */
export function PreparingCard({ pack, onCancel, isCancelling }: PreparingCardProps) {
  const t = useTranslations("packs.detail");
  const { status, doneCount, codeCount, problemCount } = pack;
  return (
    <SectionCard>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="flex items-center gap-3">
            <span className="text-2xl leading-8 font-semibold tracking-tight">
              {percentOf(doneCount, codeCount)} %
            </span>
            <span role="status">
              <PackStatusChip status={status} problemCount={problemCount} />
            </span>
          </div>
          {onCancel ? (
            <SubmitButton variant="outline" isPending={isCancelling} onPress={onCancel}>
              <CircleStop aria-hidden className="size-4" />
              {t("cancel")}
            </SubmitButton>
          ) : null}
        </div>
        <PackProgress label={t("progress")} doneCount={doneCount} codeCount={codeCount} size="md" />
        <p className="text-sm text-muted">
          {t("preparing")}
          {problemCount > 0 ? (
            <>
              {" "}
              <span className="text-warning-soft-foreground">
                {t("problemsSoFar", { count: problemCount })}
              </span>
            </>
          ) : null}
        </p>
      </div>
    </SectionCard>
  );
}
