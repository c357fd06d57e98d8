import type { RoomEntry, RoomPage } from "@/lib/rooms/schema";

/** A guest's entry in the reader's language, in the words the guest's page has for it. */
export interface PreviewedEntry extends Pick<RoomEntry, "seq" | "address" | "requestId"> {
  at: string;
  sentence: string;
  changes: readonly { field: string; from: string; to: string }[];
  details: readonly [field: string, value: string][];
}

export interface PreviewedRoom extends Pick<RoomPage, "next" | "entryCount"> {
  entries: readonly PreviewedEntry[];
}
