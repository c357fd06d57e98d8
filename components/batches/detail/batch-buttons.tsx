"use client";

import { Button } from "@heroui/react";
import { CirclePause, CirclePlay, CircleStop, RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { BatchVerbsState } from "@/components/batches/detail/use-batch-verbs";
import { progressOf } from "@/components/batches/words/progress-of";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { BatchDetail, RetryFailedResult } from "@/lib/batches/progress-schema";
import type { BatchOf } from "@/lib/batches/schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface BatchVerbs {
  pauseBatch: (input: BatchOf) => Promise<ActionResult<unknown>>;
  resumeBatch: (input: BatchOf) => Promise<ActionResult<unknown>>;
  cancelBatch: (input: BatchOf) => Promise<ActionResult<unknown>>;
  retryFailed: (input: BatchOf) => Promise<ActionResult<RetryFailedResult>>;
}

interface BatchButtonsProps {
  batch: BatchDetail;
  verbs: BatchVerbsState;
  /** Then going on and throwing away stand beside the pictures. */
  isPilot: boolean;
}

/** Pause, go on, try the failed ones again, cancel: only what the batch's state allows. */
export function BatchButtons({ batch, verbs, isPilot }: BatchButtonsProps) {
  const t = useTranslations("batches.detail");
  const format = useFormatter();
  const [isAsked, setAsked] = useState<"cancel" | "retry" | null>(null);
  const { may, retryableCount, counts } = batch;
  const { isPending, run } = verbs;
  const close = () => setAsked(null);

  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {may.pause ? (
        <SubmitButton
          variant="outline"
          isPending={isPending.pause}
          onPress={() => void run("pause")}
        >
          <CirclePause aria-hidden className="size-4" />
          {t("pause")}
        </SubmitButton>
      ) : null}
      {may.resume && !isPilot ? (
        <SubmitButton isPending={isPending.resume} onPress={() => void run("resume")}>
          <CirclePlay aria-hidden className="size-4" />
          {t("resume")}
        </SubmitButton>
      ) : null}
      {may.retryFailed ? (
        <Button variant="outline" onPress={() => setAsked("retry")}>
          <RotateCcw aria-hidden className="size-4" />
          {t("retryFailed", { count: format.number(retryableCount) })}
        </Button>
      ) : null}
      {may.cancel && !isPilot ? (
        <Button variant="outline" onPress={() => setAsked("cancel")}>
          <CircleStop aria-hidden className="size-4" />
          {t("cancel")}
        </Button>
      ) : null}
      <CancelDialog
        isOpen={isAsked === "cancel"}
        onClose={close}
        batch={batch}
        isPending={isPending.cancel}
        onConfirm={() => void run("cancel").then(close)}
      />
      <FormDialog
        isOpen={isAsked === "retry"}
        onOpenChange={(isOpen) => setAsked(isOpen ? "retry" : null)}
        title={t("retryTitle", { count: retryableCount })}
      >
        <div className="flex flex-col gap-4">
          <p>
            {t(batch.kind === "WXACODE_UNLIMITED" ? "retryFree" : "retryLimited", {
              count: retryableCount,
            })}
          </p>
          {counts.refused + counts.unknown > retryableCount ? (
            <p className="text-muted">
              {t("retryOthers", {
                count: format.number(counts.refused + counts.unknown - retryableCount),
              })}
            </p>
          ) : null}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="outline" onPress={close}>
              {t("notNow")}
            </Button>
            <SubmitButton
              isPending={isPending.retryFailed}
              onPress={() => void run("retryFailed").then(close)}
            >
              {t("retry")}
            </SubmitButton>
          </div>
        </div>
      </FormDialog>
    </div>
  );
}

interface CancelDialogProps {
  isOpen: boolean;
  onClose: () => void;
  batch: BatchDetail;
  isPending: boolean;
  onConfirm: () => void;
}

/** Says what stays and what goes; used for throwing a pilot away too. */
export function CancelDialog({ isOpen, onClose, batch, isPending, onConfirm }: CancelDialogProps) {
  const t = useTranslations("batches.detail");
  const format = useFormatter();
  const { waiting } = progressOf(batch.counts);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      title={t("cancelTitle")}
      confirmLabel={t("cancelConfirm")}
      isPending={isPending}
      onConfirm={onConfirm}
    >
      {t("cancelText", {
        minted: format.number(batch.counts.minted),
        waiting: format.number(waiting),
      })}
      {batch.kind === "WXACODE_UNLIMITED" ? null : ` ${t("cancelQuota")}`}
    </ConfirmDialog>
  );
}
