import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { InvalidInputError } from "@/lib/core/errors";
import type { Runtime } from "@/lib/runtime";
import { uploadsFolder } from "@/lib/runtime";
import { SHEET_MAX_BYTES } from "@/lib/sheets/schema";
import { INCOMING_FOLDER } from "@/lib/storage/put-durably";

const MIB = 1024 * 1024;

/**
 * Lets `work` read what a browser sends as a file on disk, at most 20 MB of it, and removes the file
 * afterwards. Throws `fileLarge`.
 */
export async function receiveUpload<Result>(
  runtime: Runtime,
  body: ReadableStream<Uint8Array> | null,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = path.join(uploadsFolder(runtime.env), INCOMING_FOLDER);
  const file = path.join(folder, randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    const source = body ? Readable.fromWeb(body as NodeReadableStream) : Readable.from([]);
    await pipeline(source, atMost(SHEET_MAX_BYTES), createWriteStream(file, { flags: "wx" }));
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}

function atMost(mostBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      if (size <= mostBytes) done(null, chunk);
      else done(new InvalidInputError("fileLarge", "rows", { most: mostBytes / MIB }));
    },
  });
}
