import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";
import { downloadZip } from "client-zip";
import type { SeededPicture } from "@/bench/zip/seed-pictures";
import type { PlacedFile } from "@/lib/packs/zip/zip-file";
import { ZipLayout } from "@/lib/packs/zip/zip-layout";
import { zipStream } from "@/lib/packs/zip/zip-stream";
import { createFileStore } from "@/lib/storage/file-store";

const PAGE = 500;

export interface Stock {
  root: string;
  pictures: readonly SeededPicture[];
  /** Entries of the ZIP; pictures come again where they are fewer. */
  entryCount: number;
}

/** Sends a ZIP of all pictures. */
type Send = (response: ServerResponse) => Promise<void>;

/** Ways to send a ZIP, each made ready once. */
export const CONTENDERS: Record<string, (stock: Stock) => Send> = {
  own: prepareOwn,
  "Info-ZIP": prepareInfoZip,
  archiver: prepareArchiver,
  "client-zip": prepareClientZip,
};

const nameOf = (index: number) => `shop/${String(index).padStart(6, "0")}.jpg`;

function* entriesOf({ pictures, entryCount }: Stock) {
  for (let index = 0; index < entryCount; index += 1) {
    const picture = pictures[index % pictures.length];
    if (picture) yield { ...picture, path: nameOf(index), position: index + 1 };
  }
}

/** The rows lie in memory as if the database had given them; they belong to what is idle. */
function prepareOwn(stock: Stock): Send {
  const store = createFileStore(stock.root);
  const layout = new ZipLayout();
  const files: PlacedFile[] = [];
  for (const entry of entriesOf(stock)) files.push({ ...entry, zipOffset: layout.add(entry) });
  const source = {
    ...layout.finish(),
    modifiedAt: new Date(),
    async *listFrom(position: number) {
      for (let first = position - 1; first < files.length; first += PAGE) {
        yield files.slice(first, first + PAGE);
      }
    },
    positionAt: async () => 1,
    read: store.read,
  };
  return async (response) => {
    response.setHeader("Content-Length", source.byteSize);
    await sendAll(zipStream(source), response);
  };
}

function prepareInfoZip({ root }: Stock): Send {
  return async (response) => {
    const zip = spawn("zip", ["-0", "-q", "-r", "-", "."], {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
    });
    await pipeline(zip.stdout, response);
  };
}

function prepareArchiver(stock: Stock): Send {
  return async (response) => {
    const archive = new ZipArchive({ store: true });
    const sent = pipeline(archive, response);
    for (const { objectKey, path: name } of entriesOf(stock)) {
      archive.file(path.join(stock.root, objectKey), { name });
    }
    await archive.finalize();
    await sent;
  };
}

function prepareClientZip(stock: Stock): Send {
  async function* inputs() {
    for (const { objectKey, path: name } of entriesOf(stock)) {
      yield { name, input: await readFile(path.join(stock.root, objectKey)) };
    }
  }
  return async (response) => {
    const { body } = downloadZip(inputs());
    if (body) await sendAll(body, response);
  };
}

/** As Next sends the body of an answer: a chunk at a time, and no faster than the socket takes them. */
async function sendAll(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader();
  const closed = once(response, "close").then(() => reader.cancel());
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!response.write(value)) await Promise.race([once(response, "drain"), closed]);
  }
  response.end();
  await closed;
}
