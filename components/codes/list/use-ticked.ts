"use client";

import type { Key } from "@heroui/react";
import { useState } from "react";

export interface Ticking {
  /** Ids of the ticked codes, all of them on this page. */
  ticked: ReadonlySet<Key>;
  onTick: (ids: ReadonlySet<Key>) => void;
}

const NOTHING: ReadonlySet<Key> = new Set();

/**
 * Which of the shown codes are ticked. `place` names the question the list answers: another page or
 * another filter begins with nothing ticked, and nobody acts on codes they no longer see.
 */
export function useTicked(shownIds: readonly string[], place: string): Ticking {
  const [state, setState] = useState({ place, ids: NOTHING });
  // Set while rendering: an effect would show the old ticks once more when somebody comes back.
  if (state.place !== place) setState({ place, ids: NOTHING });
  const kept = state.place === place ? state.ids : NOTHING;
  const shown = shownIds.filter((id) => kept.has(id));
  return {
    // The very set the table gave, as long as it holds: it remembers where a range with Shift begins.
    ticked: shown.length === kept.size ? kept : new Set(shown),
    onTick: (ids) => setState({ place, ids }),
  };
}

/** The set with one id put in or taken out. */
export function toggled(ids: ReadonlySet<Key>, id: string): ReadonlySet<Key> {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return changed;
}
