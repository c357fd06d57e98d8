import { z } from "zod";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { CodeKind, EnvVersion } from "@/lib/codes/schema";

/** As lenient as a half-filled form: only the shapes must be right. */
const Draft = z.object({
  savedAt: z.number(),
  values: z.object({
    kind: CodeKind,
    miniProgramId: z.string(),
    campaignId: z.string().nullable(),
    label: z.string(),
    tags: z.array(z.string()),
    page: z.string(),
    carries: z.object({ as: z.enum(["scene", "payload"]), scene: z.string(), payload: z.string() }),
    checkPath: z.boolean(),
    path: z.string(),
    reason: z.string(),
    width: z.number(),
    autoColor: z.boolean(),
    lineColor: z.string(),
    isHyaline: z.boolean(),
    envVersion: EnvVersion,
  }),
});

export interface MintDraft {
  savedAt: Date;
  values: MintFormValues;
}

type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (personId: string) => `mintdesk-new-code-draft-${personId}`;

/** What a person had typed before; null when nothing usable is there. A full or closed store is no error. */
export function readDraft(store: DraftStore, personId: string): MintDraft | null {
  try {
    const { savedAt, values } = Draft.parse(JSON.parse(store.getItem(keyOf(personId)) ?? "null"));
    return { savedAt: new Date(savedAt), values };
  } catch {
    return null;
  }
}

/** Keeps what is typed; silently nothing where the browser keeps nothing. */
export function writeDraft(store: DraftStore, personId: string, draft: MintDraft): void {
  try {
    const { savedAt, values } = draft;
    store.setItem(keyOf(personId), JSON.stringify({ savedAt: savedAt.getTime(), values }));
  } catch {
    // A draft is a comfort; the form works without it.
  }
}

export function dropDraft(store: DraftStore, personId: string): void {
  try {
    store.removeItem(keyOf(personId));
  } catch {
    // As above.
  }
}
