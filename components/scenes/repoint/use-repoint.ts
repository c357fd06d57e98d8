"use client";

import { useState } from "react";
import { postJson } from "@/components/batches/new/post-json";
import { useAction } from "@/components/ui/use-action";
import type {
  PreviewRepointInput,
  RepointPreview,
  RepointResult,
  RepointScenesInput,
} from "@/lib/codes/repoint-schema";
import type { ActionResult } from "@/lib/web/define-action";

export type Repoint = (input: RepointScenesInput) => Promise<ActionResult<RepointResult>>;

const askPreview = (input: PreviewRepointInput) =>
  postJson<RepointPreview>("/api/scenes/repoint", input);

/** Looks first, then changes what was looked at; a preview only speaks for the form it was asked for. */
export function useRepoint(repoint: Repoint) {
  const looking = useAction(askPreview);
  const changing = useAction(repoint);
  const [looked, setLooked] = useState<{ for: string; preview: RepointPreview } | null>(null);
  const [result, setResult] = useState<RepointResult | null>(null);

  async function look(input: PreviewRepointInput) {
    changing.clearProblem();
    const answer = await looking.run(input);
    setLooked(answer && { for: JSON.stringify(input), preview: answer.data });
  }

  async function change(input: PreviewRepointInput, expectedCount: number) {
    const answer = await changing.run({ ...input, expectedCount });
    setLooked(null);
    if (answer) setResult(answer.data);
  }

  return {
    look,
    change,
    previewOf: (input: PreviewRepointInput) =>
      looked?.for === JSON.stringify(input) ? looked.preview : null,
    result,
    dismiss: () => setResult(null),
    isLooking: looking.isPending,
    isChanging: changing.isPending,
    problem: looking.problem ?? changing.problem,
  };
}
