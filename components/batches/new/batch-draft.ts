import { z } from "zod";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { RowsSource, SheetIds } from "@/components/batches/new/rows/rows-source";
import { PayloadField } from "@/lib/batches/schema";
import { FixedValue } from "@/lib/batches/template-schema";
import { CodeKind, EnvVersion } from "@/lib/codes/schema";

/** As lenient as a half-filled form: only the shapes must be right. */
const Draft = z.object({
  savedAt: z.number(),
  source: RowsSource,
  sheetIds: SheetIds,
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
      fixed: z.array(FixedValue),
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
  /** The rows themselves lie on the server. */
  sheetIds: SheetIds;
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

/** Keeps what is typed, and where the rows are. */
export function writeBatchDraft(store: DraftStore, personId: string, draft: BatchDraft): void {
  try {
    const kept = { ...draft, savedAt: draft.savedAt.getTime() };
    store.setItem(keyOf(personId), JSON.stringify(kept));
  } catch {
    // A draft is a comfort; the form works without it.
  }
}

export function dropBatchDraft(store: DraftStore, personId: string): void {
  try {
    store.removeItem(keyOf(personId));
  } catch {
    // As above.
  }
}
