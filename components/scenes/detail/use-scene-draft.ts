"use client";

import { useEffect } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { UseFormReturn } from "react-hook-form";
import type { ChangeFormValues } from "@/components/scenes/detail/change-form-values";
import { writeSceneDraft } from "@/components/scenes/detail/scene-draft";
import type { SceneDraft } from "@/components/scenes/detail/scene-draft";
import { useSaveWhenStill } from "@/components/ui/use-save-when-still";

interface DraftOptions {
  draftKey: string;
  /** What was typed before a reload. */
  draft: SceneDraft | null;
  latestVersion: number;
}

/** Brings an unfinished change back after a reload, and keeps it while it is typed. */
export function useSceneDraft(
  { control, reset, setFocus }: UseFormReturn<ChangeFormValues, unknown, ChangeFormValues>,
  { draftKey, draft, latestVersion }: DraftOptions,
) {
  const { isDirty } = useFormState({ control });
  const values = useWatch({ control, compute: (all: ChangeFormValues) => all });

  // Who opened the form begins to write; who only came back stays where they are.
  useEffect(() => {
    if (draft) reset(draft.values, { keepDefaultValues: true });
    else setFocus("page");
  }, [draft, reset, setFocus]);

  const saving = useSaveWhenStill(isDirty ? values : null, (still) =>
    writeSceneDraft(window.localStorage, draftKey, {
      savedAt: Date.now(),
      latestVersion,
      values: still,
    }),
  );

  function forget() {
    saving.stop();
    writeSceneDraft(window.localStorage, draftKey, null);
  }

  return { values, forget };
}
