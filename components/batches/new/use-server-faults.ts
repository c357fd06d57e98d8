"use client";

import { useEffect, useEffectEvent } from "react";
import type { UseFormReturn } from "react-hook-form";
import { BATCH_FIELDS } from "@/components/batches/new/batch-form-values";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import type { RowCheckState } from "@/components/batches/new/check/use-row-check";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";
import type { StartBatchState } from "@/components/batches/new/use-start-batch";

interface ServerFaultsOptions {
  form: UseFormReturn<BatchFormValues, unknown, BatchFormValues>;
  rowsIn: RowsInState;
  check: RowCheckState;
  starting: StartBatchState;
}

/**
 * What only the server knows to be wrong is at a field as well; and where the rows are others than this
 * page thinks, changed in another tab or gone, it looks again.
 */
export function useServerFaults({ form, rowsIn, check, starting }: ServerFaultsOptions): void {
  const { setFocus } = form;
  const problem = starting.problem ?? check.problem;
  const field = problem?.field === "sheetId" ? "rows" : problem?.field;
  useEffect(() => {
    const known = BATCH_FIELDS.find((one) => one === field);
    if (known) setFocus(known);
  }, [field, setFocus]);

  const lookAgain = useEffectEvent(() => {
    void rowsIn.renew();
    if (starting.problem) check.ask();
  });
  const isOutdated = problem?.code === "not_found" || problem?.reason === "draftStale";
  useEffect(() => {
    if (isOutdated) lookAgain();
  }, [isOutdated]);
}
