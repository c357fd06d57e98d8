"use client";

import { useIsHydrated } from "@heroui/react";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { UseFormReturn } from "react-hook-form";
import {
  dropBatchDraft,
  readBatchDraft,
  writeBatchDraft,
} from "@/components/batches/new/batch-draft";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { NO_ROWS, SheetIds } from "@/components/batches/new/rows/rows-source";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";
import { useSaveWhenStill } from "@/components/ui/use-save-when-still";

interface DraftOptions {
  personId: string;
  /** Whether the draft still fits, e.g. its mini program is still there. */
  fits: (values: BatchFormValues) => boolean;
}

/** Brings a person's draft back after a reload of this tab, and keeps it while they type. */
export function useBatchDraft(
  form: UseFormReturn<BatchFormValues, unknown, BatchFormValues>,
  rowsIn: RowsInState,
  { personId, fits }: DraftOptions,
) {
  const isHydrated = useIsHydrated();
  const [isForgotten, setForgotten] = useState(false);
  const [restored] = useState(() => {
    if (typeof window === "undefined") return null;
    const draft = readBatchDraft(window.sessionStorage, personId);
    return draft && fits(draft.values) ? draft : null;
  });
  const values = useWatch({ control: form.control, compute: (all: BatchFormValues) => all });
  const { isDirty } = useFormState({ control: form.control });
  const { source } = rowsIn;
  const isTouched = isDirty || source !== NO_ROWS;
  // Other ids are another text; the object is new every time.
  const ids = JSON.stringify(rowsIn.sheetIds);

  // After the first paint, for the server cannot know the draft.
  const restore = useEffectEvent(() => {
    if (!restored) return;
    form.reset(restored.values, { keepDefaultValues: true });
    rowsIn.restore(restored.source, restored.sheetIds);
  });
  useEffect(() => restore(), []);

  const draft = useMemo(
    () => (isTouched ? { values, source, sheetIds: SheetIds.parse(JSON.parse(ids)) } : null),
    [isTouched, values, source, ids],
  );
  const saving = useSaveWhenStill(draft, (still) =>
    writeBatchDraft(window.sessionStorage, personId, { savedAt: new Date(), ...still }),
  );

  function forget() {
    saving.stop();
    dropBatchDraft(window.sessionStorage, personId);
    setForgotten(true);
  }

  const restoredAt = isHydrated && restored && !isForgotten ? restored.savedAt : null;
  return { restoredAt, forget };
}
