"use client";

import { useEffect, useState } from "react";
import { useFormState } from "react-hook-form";
import type { UseFormReturn } from "react-hook-form";
import { readLookDraft, writeLookDraft } from "@/components/packs/templates/look-draft";
import type { LookForm } from "@/components/packs/templates/look-form";
import { useSaveWhenStill } from "@/components/ui/use-save-when-still";

/** Brings a half-made look back after a reload of this tab. `key` names the look and its version. */
export function useLookDraft(
  form: UseFormReturn<LookForm, unknown, LookForm>,
  values: LookForm,
  key: string,
): { forget: () => void } {
  const [restored] = useState(() =>
    typeof window === "undefined" ? null : readLookDraft(window.sessionStorage, key),
  );
  const { reset } = form;
  const { isDirty } = useFormState({ control: form.control });

  // After the first paint, for the server cannot know the draft.
  useEffect(() => {
    if (restored) reset(restored, { keepDefaultValues: true });
  }, [restored, reset]);

  const saving = useSaveWhenStill(isDirty ? values : null, (still) =>
    writeLookDraft(window.sessionStorage, key, still),
  );
  return {
    forget: () => {
      saving.stop();
      writeLookDraft(window.sessionStorage, key, null);
    },
  };
}
