import { z } from "zod";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { RowsSource } from "@/components/batches/new/rows-source";
import { PayloadField } from "@/lib/batches/schema";
import { CodeKind, EnvVersion } from "@/lib/codes/schema";

/** As lenient as a half-filled form: only the shapes must be right. */
const Draft = z.object({
  savedAt: z.number(),
  source: RowsSource,
  values: z.object({
    name: z.string(),
    kind: CodeKind,
    miniProgramId: z.string(),
    campaignId: z.string().nullable(),
    tags: z.array(z.string()),
    labelTemplate: z.string(),
    pageTemplate: z.string(),
    checkPath: z.boolean(),
    carries: z.object({
      as: z.enum(["scene", "payload"]),
      column: z.string(),
      fields: z.array(z.object({ name: z.string(), column: PayloadField.shape.column })),
    }),
    pathTemplate: z.string(),
    reason: z.string(),
    width: z.number(),
    autoColor: z.boolean(),
    lineColor: z.string(),
    isHyaline: z.boolean(),
    envVersion: EnvVersion,
    leaveOutBad: z.boolean(),
    pilot: z.boolean(),
    rows: z.literal(""),
  }),
});

export interface BatchDraft {
  savedAt: Date;
  values: BatchFormValues;
  source: RowsSource;
}

type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (personId: string) => `mintdesk-new-batch-draft-${personId}`;

/** What a person had typed before; null when nothing usable is there. */
export function readBatchDraft(store: DraftStore, personId: string): BatchDraft | null {
  try {
    const draft = Draft.parse(JSON.parse(store.getItem(keyOf(personId)) ?? "null"));
    return { ...draft, savedAt: new Date(draft.savedAt) };
  } catch {
    return null;
  }
}

/** Keeps what is typed; rows that are too long for the browser's store stay out of it. */
export function writeBatchDraft(store: DraftStore, personId: string, draft: BatchDraft): void {
  const { savedAt, values, source } = draft;
  const kept = { savedAt: savedAt.getTime(), values, source };
  const light = { ...source, paste: { ...source.paste, text: "" }, lines: "", edits: [] };
  try {
    store.setItem(keyOf(personId), JSON.stringify(kept));
  } catch {
    try {
      store.setItem(keyOf(personId), JSON.stringify({ ...kept, source: light }));
    } catch {
      // A draft is a comfort; the form works without it.
    }
  }
}

export function dropBatchDraft(store: DraftStore, personId: string): void {
  try {
    store.removeItem(keyOf(personId));
  } catch {
    // As above.
  }
}
