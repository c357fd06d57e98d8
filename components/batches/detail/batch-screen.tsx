"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { BatchButtons } from "@/components/batches/detail/batch-buttons";
import type { BatchVerbs } from "@/components/batches/detail/batch-buttons";
import { BatchRows } from "@/components/batches/detail/batch-rows";
import type { EditRow } from "@/components/batches/detail/edit-row-dialog";
import { FailureGroups } from "@/components/batches/detail/failure-groups";
import { PauseNote } from "@/components/batches/detail/pause-note";
import { PilotPanel } from "@/components/batches/detail/pilot-panel";
import { ProgressPanel } from "@/components/batches/detail/progress-panel";
import { ResultFiles } from "@/components/batches/detail/result-files";
import { useBatch, useTabTitle } from "@/components/batches/detail/use-batch";
import { useBatchVerbs } from "@/components/batches/detail/use-batch-verbs";
import { ApprovalNote } from "@/components/codes/words/approval-note";
import { ProblemBanner } from "@/components/ui/problem-banner";
import type { BatchDetail } from "@/lib/batches/progress-schema";

interface BatchScreenProps extends BatchVerbs {
  batch: BatchDetail;
  mayMint: boolean;
  editRow: EditRow;
}

/** A batch under way or at its end; the page may be left and come back to. */
export function BatchScreen({ batch: given, mayMint, editRow, ...actions }: BatchScreenProps) {
  const t = useTranslations("batches.detail");
  const router = useRouter();
  const queries = useQueryClient();
  const { batch, isLost, look } = useBatch(given);
  useTabTitle(batch);
  const lookAgain = () => {
    look();
    void queries.invalidateQueries({ queryKey: ["batch-rows", batch.id] });
    // The frame's quota card shows what came back or was reserved.
    router.refresh();
  };
  const verbs = useBatchVerbs(batch.id, actions, lookAgain);
  const isPilot = batch.pause?.why === "pilot" && batch.status === "paused";
  return (
    <div className="flex flex-col gap-4">
      <ProblemBanner problem={verbs.problem} />
      {isLost ? (
        <p role="status" className="rounded-lg bg-warning-soft px-3 py-2 text-sm">
          {t("lost")}
        </p>
      ) : null}
      {batch.status === "awaiting_approval" ? <ApprovalNote /> : null}
      {isPilot ? (
        <PilotPanel batch={batch} mayMint={mayMint} verbs={verbs} />
      ) : batch.pause && batch.status === "paused" ? (
        <PauseNote pause={batch.pause} miniProgramId={batch.miniProgram.id} />
      ) : null}
      <ProgressPanel batch={batch}>
        {mayMint ? <BatchButtons batch={batch} verbs={verbs} isPilot={isPilot} /> : null}
      </ProgressPanel>
      {batch.failures.length > 0 ? <FailureGroups failures={batch.failures} /> : null}
      <ResultFiles batchId={batch.id} counts={batch.counts} />
      <BatchRows batch={batch} editRow={mayMint ? editRow : null} onEdited={lookAgain} />
    </div>
  );
}
