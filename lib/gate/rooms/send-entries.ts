import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { attachment } from "@/lib/core/content-disposition";
import { tableFile } from "@/lib/core/table-file";
import { TABLE_MEDIA_TYPES } from "@/lib/core/table-format";
import type { TableFormat } from "@/lib/core/table-format";
import type { Gate } from "@/lib/gate/gate";
import { letGoWhenStalled } from "@/lib/gate/pages/let-go-when-stalled";
import { awayPage } from "@/lib/gate/pages/notice-pages";
import { FILE_HEADERS, sendPage } from "@/lib/gate/pages/send-page";
import type { RoomVisit } from "@/lib/gate/rooms/enter-room";
import { entryTable } from "@/lib/gate/rooms/entry-table";
import { noteRoomEvent } from "@/lib/gate/rooms/note-room-event";
import { log } from "@/lib/log";

/** All entries of a room as a table, read a page at a time. */
export async function sendEntries(
  gate: Gate,
  outgoing: ServerResponse,
  visit: RoomVisit & { format: TableFormat },
): Promise<Response> {
  const { room, guest, format } = visit;
  const { downloads } = gate.rooms;
  if (!downloads.begin(room.id)) return sendPage(outgoing, await awayPage(guest));
  try {
    await noteRoomEvent(gate, visit, "exported");
    const rows = Readable.from(tableFile(entryTable(gate.pool, visit), format));
    outgoing.writeHead(200, {
      ...FILE_HEADERS,
      "Content-Type": TABLE_MEDIA_TYPES[format],
      "Content-Disposition": attachment(`${room.name}.${format}`),
    });
    letGoWhenStalled(outgoing);
    await pipeline(rows, outgoing);
  } catch (error) {
    // The connection is broken already, so that nobody takes half a table for a whole one.
    log.info({ err: error, roomId: room.id }, "a log room's table was not sent to its end");
  } finally {
    downloads.end(room.id);
  }
  return RESPONSE_ALREADY_SENT;
}
