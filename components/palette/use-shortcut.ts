"use client";

import { useIsHydrated } from "@heroui/react";
import { useEffect } from "react";

/** Whether the shortcut is ⌘K here; null until the browser has told. */
export function useIsApple(): boolean | null {
  return useIsHydrated() ? isApple() : null;
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function isShortcut(event: KeyboardEvent): boolean {
  // On a Mac Ctrl-K deletes to the end of the line and must go on doing so.
  const [wanted, other] = isApple()
    ? [event.metaKey, event.ctrlKey]
    : [event.ctrlKey, event.metaKey];
  if (!wanted || other || event.shiftKey || event.altKey) return false;
  return event.key.toLowerCase() === "k" && !event.repeat && !event.isComposing;
}

/** Calls back on ⌘K or Ctrl-K, wherever the focus is. */
export function useShortcut(onPress: () => void): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (!isShortcut(event)) return;
      event.preventDefault();
      // The search field repeats its keys to the options, and would be heard twice.
      event.stopPropagation();
      onPress();
    }
    // On the way down: fields keep the keys they know from bubbling up.
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [onPress]);
}
