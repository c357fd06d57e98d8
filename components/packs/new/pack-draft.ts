import { z } from "zod";
import type { PackFormValues } from "@/components/packs/new/pack-form-values";
import { FrameDrawing, PosterDrawing } from "@/lib/packs/drawing-schema";
import { DEFAULT_LABELS, LabelOptions } from "@/lib/packs/label-schema";
import { PackForm } from "@/lib/packs/schema";
import { DEFAULT_SPREADSHEET, SpreadsheetOptions } from "@/lib/packs/spreadsheet-schema";

/** As lenient as a half-filled form: an option nobody can read any more falls back to its default. */
const Draft = z.object({
  savedAt: z.number(),
  chosen: z.string(),
  values: z.object({
    name: z.string(),
    form: PackForm,
    nameTemplate: z.string(),
    isAscii: z.boolean(),
    frame: FrameDrawing.nullable().catch(null),
    poster: PosterDrawing.nullable().catch(null),
    // Labels that do not fit their paper yet are still worth keeping.
    labels: z.object(LabelOptions.shape).catch(DEFAULT_LABELS),
    spreadsheet: SpreadsheetOptions.catch(DEFAULT_SPREADSHEET),
  }),
});

export interface PackDraft {
  savedAt: Date;
  /** Of which codes: a form for others starts anew. */
  chosen: string;
  values: PackFormValues;
}

type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (personId: string) => `mintdesk-new-pack-draft-${personId}`;

/** What a person had filled in for the same codes; null when nothing usable is there. */
export function readPackDraft(
  store: DraftStore,
  personId: string,
  chosen: string,
): PackDraft | null {
  try {
    const draft = Draft.parse(JSON.parse(store.getItem(keyOf(personId)) ?? "null"));
    return draft.chosen === chosen ? { ...draft, savedAt: new Date(draft.savedAt) } : null;
  } catch {
    return null;
  }
}

export function writePackDraft(store: DraftStore, personId: string, draft: PackDraft): void {
  try {
    const kept = { ...draft, savedAt: draft.savedAt.getTime() };
    store.setItem(keyOf(personId), JSON.stringify(kept));
  } catch {
    // A draft is a comfort; the form works without it.
  }
}

export function dropPackDraft(store: DraftStore, personId: string): void {
  try {
    store.removeItem(keyOf(personId));
  } catch {
    // As above.
  }
}
