import { createWriteStream } from "node:fs";
import { rename, truncate } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Desk } from "./desk";

/** Beside the file until it is whole, so that half a file never has its name. */
export const partOf = (file: string) => `${file}.part`;

/** A code's picture as a file; gives its media type. */
export async function savePicture(desk: Desk, id: string, file: string): Promise<string | null> {
  const call = `GET /codes/${encodeURIComponent(id)}/image`;
  const response = await desk.client.send(call, { headers: { Accept: "*/*" } });
  await appendBody(response, partOf(file), 0);
  await rename(partOf(file), file);
  return response.headers.get("content-type");
}

/** Writes what comes from a place in the file on, which ends there first; tells every piece. */
export async function appendBody(
  response: Response,
  file: string,
  from: number,
  onBytes: (count: number) => void = () => undefined,
): Promise<void> {
  if (from > 0) await truncate(file, from);
  const body = Readable.from(response.body ?? []);
  body.on("data", (piece: Uint8Array) => onBytes(piece.length));
  await pipeline(body, createWriteStream(file, { flags: from > 0 ? "a" : "w" }));
}
