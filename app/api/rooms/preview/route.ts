import { getTranslations } from "next-intl/server";
import { readBody } from "@/app/api/batches/read-body";
import type { PreviewedEntry, PreviewedRoom } from "@/components/rooms/preview/previewed-room";
import { authorize } from "@/lib/access/authorize";
import type { EntryWords } from "@/lib/audit/entry-act";
import { entrySentence } from "@/lib/audit/entry-sentence";
import { changeTexts, detailTexts } from "@/lib/gate/rooms/entry-texts";
import { previewRoom } from "@/lib/rooms/preview-room";
import type { PreviewRoomInput, RoomEntry } from "@/lib/rooms/schema";
import { defineRoute } from "@/lib/web/define-route";

/** What a guest of a room with this slice would see now; changes nothing. */
export const POST = defineRoute(async (ctx, request) => {
  authorize(ctx, "rooms:write");
  const input = await readBody(request);
  const page = await previewRoom(ctx, input as PreviewRoomInput);
  const t = await getTranslations();
  const words: EntryWords = (key, values) => t(key, values);
  const previewed: PreviewedRoom = {
    entries: page.entries.map((entry) => toPreviewed(words, entry)),
    next: page.next,
    entryCount: page.entryCount,
  };
  return Response.json(previewed);
});

function toPreviewed(words: EntryWords, entry: RoomEntry): PreviewedEntry {
  const { seq, at, address, requestId } = entry;
  return {
    seq,
    at: at.toISOString(),
    sentence: entrySentence(words, entry),
    changes: changeTexts(words, entry),
    details: detailTexts(words, entry),
    address,
    requestId,
  };
}
