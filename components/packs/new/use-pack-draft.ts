"use client";

import { useIsHydrated } from "@heroui/react";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { UseFormReturn } from "react-hook-form";
import { dropPackDraft, readPackDraft, writePackDraft } from "@/components/packs/new/pack-draft";
import type { PackFormValues } from "@/components/packs/new/pack-form-values";
import { useSaveWhenStill } from "@/components/ui/use-save-when-still";

interface DraftOptions {
  personId: string;
  /** Which codes were chosen, as text. */
  chosen: string;
}

/** Brings a person's form back after a reload of this tab, and keeps it while they fill it in. */
export function usePackDraft(
  form: UseFormReturn<PackFormValues, unknown, PackFormValues>,
  { personId, chosen }: DraftOptions,
) {
  const isHydrated = useIsHydrated();
  const [isForgotten, setForgotten] = useState(false);
  const [restored] = useState(() =>
    typeof window === "undefined" ? null : readPackDraft(window.sessionStorage, personId, chosen),
  );
  const values = useWatch({ control: form.control, compute: (all: PackFormValues) => all });
  const { isDirty } = useFormState({ control: form.control });

  // After the first paint, for the server cannot know the draft.
  const restore = useEffectEvent(() => {
    if (restored) form.reset(restored.values, { keepDefaultValues: true });
  });
  useEffect(() => restore(), []);

  const draft = useMemo(() => (isDirty ? { chosen, values } : null), [isDirty, chosen, values]);
  const saving = useSaveWhenStill(draft, (still) =>
    writePackDraft(window.sessionStorage, personId, { savedAt: new Date(), ...still }),
  );

  function forget() {
    saving.stop();
    dropPackDraft(window.sessionStorage, personId);
    setForgotten(true);
  }

  const restoredAt = isHydrated && restored && !isForgotten ? restored.savedAt : null;
  return { restoredAt, forget };
}
