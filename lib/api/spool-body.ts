import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { ApiError } from "@/lib/api/problem";
import { SPOOLED_MOST_BYTES } from "@/lib/api/schema";
import { uploadsFolder } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import { INCOMING_FOLDER } from "@/lib/storage/put-durably";

const MIB = 1024 * 1024;

/**
 * Keeps a body on disk while `work` is done, which gets the request with a body that can still be read; every byte of
 * it passes `look` before. So a file can be known in whole before anything is made of it, and is never in memory.
 * Throws ApiError `too_large`.
 */
export async function spoolBody<Result>(
  runtime: Runtime,
  request: Request,
  look: (chunk: Uint8Array) => void,
  work: (request: Request) => Promise<Result>,
): Promise<Result> {
  const folder = path.join(uploadsFolder(runtime.env), INCOMING_FOLDER);
  const file = path.join(folder, randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    const source = request.body
      ? Readable.fromWeb(request.body as NodeReadableStream)
      : Readable.from([]);
    await pipeline(source, passing(look), createWriteStream(file, { flags: "wx" }));
    return await reading(file, request, work);
  } finally {
    await rm(file, { force: true });
  }
}

async function reading<Result>(
  file: string,
  { url, method, headers, signal }: Request,
  work: (request: Request) => Promise<Result>,
): Promise<Result> {
  const bytes = createReadStream(file);
  try {
    const body = Readable.toWeb(bytes) as ReadableStream;
    // `duplex` is asked for by Node and unknown to the types of browsers.
    const init: RequestInit & { duplex: "half" } = {
      method,
      headers,
      body,
      signal,
      duplex: "half",
    };
    return await work(new Request(url, init));
  } finally {
    // A repeat reads nothing of it.
    bytes.destroy();
  }
}

function passing(look: (chunk: Uint8Array) => void): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      if (size > SPOOLED_MOST_BYTES) {
        done(new ApiError("too_large", "requestLarge", { most: SPOOLED_MOST_BYTES / MIB }));
        return;
      }
      look(chunk);
      done(null, chunk);
    },
  });
}
