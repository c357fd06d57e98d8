"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { guessColumns } from "@/components/batches/new/guess-columns";
import type { RowTable } from "@/lib/batches/schema";

/** Fills in what the columns are for when other columns come; what a person wrote stays. */
export function useGuessedColumns(
  form: UseFormReturn<BatchFormValues, unknown, BatchFormValues>,
  table: RowTable | null,
): void {
  const lastLabel = useRef("");
  const names = table && JSON.stringify(table.columns);
  const guess = useEffectEvent((columns: string[]) => {
    const guessed = guessColumns(columns);
    const { labelTemplate, carries } = form.getValues();
    if (labelTemplate === "" || labelTemplate === lastLabel.current) {
      form.setValue("labelTemplate", guessed.labelTemplate);
      lastLabel.current = guessed.labelTemplate;
    }
    const known = carries.fields.filter(({ column }) => columns.includes(column));
    form.setValue("carries", {
      ...carries,
      column: columns.includes(carries.column) ? carries.column : guessed.sceneColumn,
      fields: known.length > 0 ? known : guessed.fields,
    });
    if (form.formState.isSubmitted) void form.trigger();
  });
  useEffect(() => {
    if (names) guess(JSON.parse(names) as string[]);
  }, [names]);
}
