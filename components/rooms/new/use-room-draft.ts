"use client";

import { useIsHydrated } from "@heroui/react";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { UseFormReturn } from "react-hook-form";
import { readRoomDraft, writeRoomDraft } from "@/components/rooms/new/room-draft";
import type { RoomFormValues } from "@/components/rooms/new/room-form-values";
import { useSaveWhenStill } from "@/components/ui/use-save-when-still";

/** Brings a person's form back after a reload of this tab, and keeps it while they fill it in. */
export function useRoomDraft(
  form: UseFormReturn<RoomFormValues, unknown, RoomFormValues>,
  draftKey: string,
) {
  const isHydrated = useIsHydrated();
  const [isForgotten, setForgotten] = useState(false);
  const [restored] = useState(() =>
    typeof window === "undefined" ? null : readRoomDraft(window.sessionStorage, draftKey),
  );
  // The form changes its inner objects in place, so that only a copy can be told from what was before.
  const values = useWatch({
    control: form.control,
    compute: (all: RoomFormValues) => structuredClone(all),
  });
  const { isDirty } = useFormState({ control: form.control });

  // After the first paint, for the server cannot know the draft.
  const restore = useEffectEvent(() => {
    if (restored) form.reset(restored.values, { keepDefaultValues: true });
  });
  useEffect(() => restore(), []);

  const draft = useMemo(() => (isDirty ? values : null), [isDirty, values]);
  const saving = useSaveWhenStill(draft, (still) =>
    writeRoomDraft(window.sessionStorage, draftKey, { savedAt: new Date(), values: still }),
  );

  function forget() {
    saving.stop();
    writeRoomDraft(window.sessionStorage, draftKey, null);
    setForgotten(true);
  }

  const restoredAt = isHydrated && restored && !isForgotten ? restored.savedAt : null;
  return { restoredAt, forget };
}
