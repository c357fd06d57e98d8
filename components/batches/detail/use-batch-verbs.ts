"use client";

import type { BatchVerbs } from "@/components/batches/detail/batch-buttons";
import { useAction } from "@/components/ui/use-action";

/** What can be done to a batch, one thing at a time; `onDone` looks at it again. */
export function useBatchVerbs(batchId: string, actions: BatchVerbs, onDone: () => void) {
  const pausing = useAction(actions.pauseBatch);
  const resuming = useAction(actions.resumeBatch);
  const cancelling = useAction(actions.cancelBatch);
  const retrying = useAction(actions.retryFailed);
  const all = { pause: pausing, resume: resuming, cancel: cancelling, retryFailed: retrying };

  /** Whether it was done. */
  async function run(verb: keyof typeof all): Promise<boolean> {
    for (const other of Object.values(all)) other.clearProblem();
    const answer = await all[verb].run({ batchId });
    // Also after a refusal: then the batch is no longer what the screen shows.
    onDone();
    return answer !== null;
  }

  const problems = Object.values(all).map(({ problem }) => problem);
  return {
    run,
    isPending: {
      pause: pausing.isPending,
      resume: resuming.isPending,
      cancel: cancelling.isPending,
      retryFailed: retrying.isPending,
    },
    problem: problems.find((problem) => problem !== null) ?? null,
  };
}

export type BatchVerbsState = ReturnType<typeof useBatchVerbs>;
