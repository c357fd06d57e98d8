"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { guessColumns } from "@/components/batches/new/carry/guess-columns";
import type { SheetView } from "@/lib/sheets/schema";

/** Fills in what the columns are for when other columns come; what a person wrote stays. */
export function useGuessedColumns(
  form: UseFormReturn<BatchFormValues, unknown, BatchFormValues>,
  sheet: SheetView | null,
  defaultPage: string,
): void {
  const lastLabel = useRef("");
  const lastPage = useRef(defaultPage);
  const names = sheet && JSON.stringify(sheet.columns);
  const guess = useEffectEvent(() => {
    if (!sheet) return;
    const { columns } = sheet;
    const guessed = guessColumns(sheet);
    const { labelTemplate, pageTemplate, carries } = form.getValues();
    if (labelTemplate === "" || labelTemplate === lastLabel.current) {
      form.setValue("labelTemplate", guessed.labelTemplate);
      lastLabel.current = guessed.labelTemplate;
      const page = guessed.pageTemplate ?? defaultPage;
      if (pageTemplate === defaultPage || pageTemplate === lastPage.current) {
        form.setValue("pageTemplate", page);
        lastPage.current = page;
      }
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
    if (names) guess();
  }, [names]);
}
