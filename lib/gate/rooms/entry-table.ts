import { entrySentence } from "@/lib/audit/entry-sentence";
import { encodeCursor } from "@/lib/core/cursor";
import type { TableSource } from "@/lib/core/table-source";
import type { GatePool } from "@/lib/gate/open-pool";
import { changeTexts, detailTexts } from "@/lib/gate/rooms/entry-texts";
import type { RoomVisit } from "@/lib/gate/rooms/enter-room";
import { findRoom } from "@/lib/gate/rooms/find-room";
import { readEntries } from "@/lib/gate/rooms/read-entries";
import { newestCheckpoint } from "@/lib/gate/rooms/newest-checkpoint";
import { roomTimes } from "@/lib/gate/rooms/room-times";
import { positionCursor, readPosition } from "@/lib/rooms/room-position";
import type { RoomEntry } from "@/lib/rooms/schema";
import { showEntry } from "@/lib/rooms/show-entry";

const PAGE_ROWS = 500;
/** Behind the last entry: what the file itself is. */
const END = encodeCursor(["end"]);

interface Column {
  header: string;
  cell: (entry: RoomEntry) => string;
}

/** A room's entries as rows, with its watermark and the newest checkpoint over them at the end. */
export function entryTable(pool: GatePool, visit: RoomVisit): TableSource<readonly string[]> {
  const columns = columnsOf(visit);
  return {
    header: columns.map(({ header }) => header),
    toCells: (cells) => cells,
    async readPage(cursor) {
      // A room that is closed meanwhile must not look as if it had no more entries.
      if (!(await findRoom(pool, visit.tokenHash))) throw new Error("The room was closed.");
      if (cursor === END) return { rows: await lastRows(pool, visit), next: null };
      const stored = await readEntries(pool, visit.tokenHash, readPosition(cursor), PAGE_ROWS);
      const last = stored.at(-1);
      return {
        rows: stored
          .map((entry) => showEntry(entry, visit.room))
          .map((entry) => columns.map(({ cell }) => cell(entry))),
        next: last && stored.length === PAGE_ROWS ? positionCursor("before", last.seq) : END,
      };
    },
  };
}

/** Only what the room shows has a column. */
function columnsOf({ guest, room }: RoomVisit): Column[] {
  const { words } = guest;
  const { moment } = roomTimes(guest);
  const t = (key: string) => words(`logRooms.page.columns.${key}`);
  const isShown = (part: string) => room.fields.some((field) => field === part);
  return [
    { header: t("seq"), cell: ({ seq }: RoomEntry) => seq },
    { header: t("time"), cell: ({ at }: RoomEntry) => moment(at) },
    { header: t("person"), cell: ({ actorName }: RoomEntry) => actorName ?? "", part: "person" },
    { header: t("act"), cell: (entry: RoomEntry) => entrySentence(words, entry) },
    {
      header: t("object"),
      cell: ({ targetLabel }: RoomEntry) => targetLabel ?? "",
      part: "object",
    },
    { header: t("changes"), cell: changes, part: "changes" },
    { header: t("details"), cell: details, part: "details" },
    { header: t("address"), cell: ({ address }: RoomEntry) => address ?? "", part: "address" },
    { header: t("request"), cell: ({ requestId }: RoomEntry) => requestId ?? "", part: "request" },
  ].filter(({ part }) => part === undefined || isShown(part));

  function changes(entry: RoomEntry): string {
    return changeTexts(words, entry)
      .map(({ field, from, to }) => `${field}: ${from} → ${to}`)
      .join("; ");
  }

  function details(entry: RoomEntry): string {
    return detailTexts(words, entry)
      .map(([term, value]) => `${term}: ${value}`)
      .join("; ");
  }
}

async function lastRows(
  pool: GatePool,
  { guest, room, tokenHash }: RoomVisit,
): Promise<string[][]> {
  const { words } = guest;
  const time = roomTimes(guest).moment(new Date());
  const checkpoint = await newestCheckpoint(pool, tokenHash);
  return [
    [words("logRooms.page.watermark", { name: room.name, time })],
    checkpoint
      ? [words("logRooms.page.checkpoint", checkpoint)]
      : [words("logRooms.page.noCheckpoint")],
  ];
}
