"use client";

import { useFormContext } from "react-hook-form";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";

/** The form of a new batch, from wherever inside it. */
export function useBatchForm() {
  return useFormContext<BatchFormValues, unknown, BatchFormValues>();
}
