"use client";

import { useIsHydrated } from "@heroui/react";
import { useEffect, useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { UseFormReturn } from "react-hook-form";
import { dropDraft, readDraft, writeDraft } from "@/components/codes/mint/mint-draft";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { useSaveWhenStill } from "@/components/ui/use-save-when-still";

interface DraftOptions {
  personId: string;
  /** False when the form was filled on purpose, as by “mint another like this”. */
  isResumed: boolean;
  /** Whether the draft still fits, e.g. its mini program is still there. */
  fits: (values: MintFormValues) => boolean;
}

/** Brings a person's draft back after a reload and keeps it while they type. */
export function useMintDraft(
  form: UseFormReturn<MintFormValues, unknown, MintFormValues>,
  { personId, isResumed, fits }: DraftOptions,
) {
  const isHydrated = useIsHydrated();
  const [isForgotten, setForgotten] = useState(false);
  const [restored] = useState(() => {
    if (typeof window === "undefined" || !isResumed) return null;
    const draft = readDraft(window.localStorage, personId);
    return draft && fits(draft.values) ? draft : null;
  });
  const { reset } = form;
  const values = useWatch({ control: form.control, compute: (all: MintFormValues) => all });
  const { isDirty } = useFormState({ control: form.control });

  // After the first paint, for the server cannot know the draft.
  useEffect(() => {
    if (restored) reset(restored.values, { keepDefaultValues: true });
  }, [restored, reset]);

  const saving = useSaveWhenStill(isDirty ? values : null, (still) =>
    writeDraft(window.localStorage, personId, { savedAt: new Date(), values: still }),
  );

  function forget() {
    saving.stop();
    dropDraft(window.localStorage, personId);
    setForgotten(true);
  }

  const restoredAt = isHydrated && restored && !isForgotten ? restored.savedAt : null;
  return { restoredAt, forget };
}
