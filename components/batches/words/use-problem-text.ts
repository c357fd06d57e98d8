"use client";

import { useErrorText } from "@/components/ui/use-error-text";
import type { RowProblem } from "@/lib/batches/draft-schema";

/** What is wrong with a row, in sentences. */
export function useProblemText(): (problems: readonly RowProblem[]) => string {
  const errorText = useErrorText();
  return (problems) => problems.map(({ reason, values }) => errorText(reason, values)).join(" ");
}
