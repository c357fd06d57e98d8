import { z } from "zod";

/** As lenient as a half-filled form: only the shapes must be right. */
const Draft = z.object({
  savedAt: z.number(),
  latestVersion: z.number(),
  values: z.object({
    page: z.string(),
    payload: z.string(),
    when: z.enum(["now", "at"]),
    at: z.string(),
    why: z.string(),
  }),
});
export type SceneDraft = z.infer<typeof Draft>;

type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where a person's unfinished change of a scene is kept. */
export function sceneDraftKey(personId: string, sceneId: string): string {
  return `mintdesk-scene-draft-${personId}-${sceneId}`;
}

/** What was typed before; null when nothing usable is there. A full or closed store is no error. */
export function readSceneDraft(store: DraftStore, key: string): SceneDraft | null {
  try {
    return Draft.parse(JSON.parse(store.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}

/** Keeps what is typed, or with null forgets it; silently nothing where the browser keeps nothing. */
export function writeSceneDraft(store: DraftStore, key: string, draft: SceneDraft | null): void {
  try {
    if (draft === null) store.removeItem(key);
    else store.setItem(key, JSON.stringify(draft));
  } catch {
    // A draft is a comfort; the form works without it.
  }
}
