"use client";

import { useEffect, useEffectEvent } from "react";

const OVERLAYS = "[role=dialog], [role=alertdialog], [role=listbox], [role=menu]";
const TEXT_FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select";

/** Runs the action of a key (`c`, `Escape`) as long as nobody is typing and nothing lies above the list. */
export function useSelectionKeys(actions: Readonly<Record<string, (() => void) | undefined>>) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (isTypedElsewhere(event.target)) return;
    const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    // The table would take the letter for the beginning of a row's name.
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}

function isTypedElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest(`${OVERLAYS}, ${TEXT_FIELDS}`) !== null;
}
