"use client";

import { useEffect, useEffectEvent, useRef } from "react";

const PATIENCE_MS = 600;

/**
 * Saves a draft once it has stood still for a moment. `stop` says that this draft is wanted no more:
 * a save that still waits must not bring it back.
 */
export function useSaveWhenStill<T>(draft: T | null, save: (draft: T) => void) {
  const stopped = useRef<T | null>(null);
  const saveNow = useEffectEvent((still: T) => {
    if (stopped.current !== still) save(still);
  });

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => saveNow(draft), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  return {
    stop: () => {
      stopped.current = draft;
    },
  };
}
