"use client";

import { Button } from "@heroui/react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { CancelDialog } from "@/components/batches/detail/batch-buttons";
import type { BatchVerbsState } from "@/components/batches/detail/use-batch-verbs";
import { progressOf } from "@/components/batches/words/progress-of";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { BatchDetail } from "@/lib/batches/progress-schema";

interface PilotPanelProps {
  batch: BatchDetail;
  mayMint: boolean;
  verbs: BatchVerbsState;
}

/** The first pictures, large enough to be scanned from the screen, before the rest is made. */
export function PilotPanel({ batch, mayMint, verbs }: PilotPanelProps) {
  const t = useTranslations("batches.pilot");
  const format = useFormatter();
  const [isAsked, setAsked] = useState(false);
  const { waiting } = progressOf(batch.counts);
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <ul className="grid gap-4 sm:grid-cols-3">
        {batch.firstMinted.map(({ codeId, row, label }) => (
          <li key={codeId} className="min-w-0">
            <Link href={`/codes/${codeId}`} className="flex flex-col gap-2">
              <span className="block rounded-xl border border-border bg-white p-4">
                <img
                  src={`/api/codes/${codeId}/picture`}
                  alt={t("alt", { label })}
                  className="aspect-square w-full object-contain"
                />
              </span>
              <span className="truncate text-center font-medium hover:underline">{label}</span>
            </Link>
            <p className="text-center text-xs text-muted">{t("row", { row })}</p>
          </li>
        ))}
      </ul>
      {mayMint ? (
        <div className="mt-5 flex flex-wrap gap-2">
          <SubmitButton isPending={verbs.isPending.resume} onPress={() => void verbs.run("resume")}>
            {t("release", { count: format.number(waiting) })}
          </SubmitButton>
          <Button variant="danger-soft" onPress={() => setAsked(true)}>
            {t("throwAway")}
          </Button>
        </div>
      ) : null}
      <CancelDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        batch={batch}
        isPending={verbs.isPending.cancel}
        onConfirm={() => void verbs.run("cancel").then(() => setAsked(false))}
      />
    </SectionCard>
  );
}
