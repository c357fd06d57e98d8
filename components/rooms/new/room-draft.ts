import { z } from "zod";
import { ACTION_KINDS, ENTRY_PARTS } from "@/components/rooms/new/room-form-values";
import type { RoomFormValues } from "@/components/rooms/new/room-form-values";
import { REDACTIONS } from "@/lib/rooms/schema";

/** A password is not kept where the next person at this screen could read it. */
const Draft = z.object({
  savedAt: z.number(),
  values: z.object({
    name: z.string(),
    slice: z.object({
      miniProgramIds: z.array(z.string()),
      campaignIds: z.array(z.string()),
      actionKinds: z.array(z.enum(ACTION_KINDS)),
      from: z.string(),
      until: z.string(),
      fields: z.array(z.enum(ENTRY_PARTS)),
      redactions: z.array(z.enum(REDACTIONS)),
    }),
    days: z.number().catch(30),
    mayExport: z.boolean(),
  }),
});

export interface RoomDraft {
  savedAt: Date;
  values: RoomFormValues;
}

type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (draftKey: string) => `mintdesk-new-room-draft-${draftKey}`;

/** What a person had filled in; null when nothing usable is there. */
export function readRoomDraft(store: DraftStore, draftKey: string): RoomDraft | null {
  try {
    const { savedAt, values } = Draft.parse(JSON.parse(store.getItem(keyOf(draftKey)) ?? "null"));
    return { savedAt: new Date(savedAt), values: { ...values, password: "" } };
  } catch {
    return null;
  }
}

/** Keeps a form for a reload; null forgets it. */
export function writeRoomDraft(store: DraftStore, draftKey: string, draft: RoomDraft | null): void {
  try {
    if (draft === null) return store.removeItem(keyOf(draftKey));
    const { password: _, ...values } = draft.values;
    store.setItem(keyOf(draftKey), JSON.stringify({ savedAt: draft.savedAt.getTime(), values }));
  } catch {
    // A draft is a comfort; the form works without it.
  }
}
