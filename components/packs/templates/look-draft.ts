import { z } from "zod";
import { LookForm } from "@/components/packs/templates/look-form";

/** As lenient as a half-filled form may be: what is not a design any more is not brought back. */
const Draft = z.object({ key: z.string(), form: LookForm.extend({ name: z.string() }) });

type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const AT = "mintdesk-look-draft";

/** What was being made under this key before a reload; null when there is nothing usable. */
export function readLookDraft(store: DraftStore, key: string): LookForm | null {
  try {
    const draft = Draft.parse(JSON.parse(store.getItem(AT) ?? "null"));
    return draft.key === key ? draft.form : null;
  } catch {
    return null;
  }
}

/** Keeps what is being made; one at a time, and silently nothing where the browser keeps nothing. */
export function writeLookDraft(store: DraftStore, key: string, form: LookForm | null): void {
  try {
    if (form) store.setItem(AT, JSON.stringify({ key, form }));
    else store.removeItem(AT);
  } catch {
    // A draft is a comfort; the form works without it.
  }
}
