"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { postJson } from "@/components/batches/new/post-json";
import { RequestKeys } from "@/components/codes/mint/request-key";
import { useAction } from "@/components/ui/use-action";
import type { PlanBatchInput, PlanBatchResult } from "@/lib/batches/schema";
import type { SheetView } from "@/lib/sheets/schema";

const planBatch = (input: PlanBatchInput) => postJson<PlanBatchResult>("/api/batches", input);

/**
 * Sends the checked rows once at a time. The same form keeps its key, so that a second click or a
 * lost answer finds the first one's batch. The form stays as it is until the batch is open.
 */
export function useStartBatch(onStarted: () => void) {
  const router = useRouter();
  const keys = useRef(new RequestKeys());
  const planning = useAction(planBatch);
  const [isLeaving, setLeaving] = useState(false);

  async function start(values: BatchFormValues, { id, revision }: SheetView, draftId: string) {
    const requestKey = keys.current.keyFor({ values, sheet: [id, revision] });
    const { leaveOutBad, pilot } = values;
    const answer = await planning.run({ draftId, requestKey, leaveOutBad, pilot });
    if (!answer) return;
    keys.current.answered();
    onStarted();
    setLeaving(true);
    router.push(`/batches/${answer.data.batchId}`);
    // The frame's quota card shows what is reserved now.
    router.refresh();
  }

  return { start, isPending: planning.isPending || isLeaving, problem: planning.problem };
}

export type StartBatchState = ReturnType<typeof useStartBatch>;
