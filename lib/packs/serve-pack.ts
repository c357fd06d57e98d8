import { log } from "@/lib/log";
import { packHead } from "@/lib/packs/pack-head";
import type { PackHead, RangeHeaders } from "@/lib/packs/pack-head";
import type { PackFiles, ServedPack } from "@/lib/packs/served-pack";
import { singleStream } from "@/lib/packs/single-stream";
import type { ByteRange } from "@/lib/packs/zip/parse-range";
import type { PlacedFile } from "@/lib/packs/zip/zip-file";
import { zipStream } from "@/lib/packs/zip/zip-stream";
import type { ObjectStore } from "@/lib/storage/object-store";

export type { PackFiles, PlacedFile, ServedPack };

export interface AskedRange extends RangeHeaders {
  /** A file turned out to be lost or damaged, and the connection is about to break. */
  onDamage?: (path: string) => void;
  /** The last byte of the file went out. */
  onSent?: () => Promise<void>;
}

export interface PackAnswer extends Pick<PackHead, "status" | "headers"> {
  body: ReadableStream<Uint8Array> | null;
}

/**
 * The answer to whoever may have the pack: its bytes or a range of them, which follow from its rows and so are
 * the same every time. The name is for the caller to put in.
 */
export function packAnswer(
  store: ObjectStore,
  pack: ServedPack,
  files: PackFiles,
  asked: AskedRange,
): PackAnswer {
  const { status, headers, range } = packHead(pack, asked);
  if (range === null) return { status, headers, body: null };
  const body = bytesOf(store, pack, files, range, asked.onDamage);
  const isToItsEnd = range.end === pack.byteSize - 1;
  return {
    status,
    headers,
    body: isToItsEnd && asked.onSent ? body.pipeThrough(tellWhenSent(asked.onSent)) : body,
  };
}

function bytesOf(
  store: ObjectStore,
  pack: ServedPack,
  files: PackFiles,
  range: ByteRange,
  onDamage?: (path: string) => void,
): ReadableStream<Uint8Array> {
  const { id, centralOffset, byteSize, fileCount } = pack;
  if (centralOffset === null) return singleStream(store, pack, files, range, onDamage);
  return zipStream(
    {
      fileCount,
      byteSize,
      centralOffset,
      modifiedAt: pack.readyAt,
      listFrom: (position) => pagesFrom(files, id, position),
      positionAt: (offset) => files.positionAt(id, offset),
      read: (objectKey) => store.read(objectKey),
    },
    { range, onDamage },
  );
}

async function* pagesFrom(files: PackFiles, packId: string, from: number) {
  for (let position = from; ;) {
    const page = await files.listFiles(packId, position);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    position = last.position + 1;
  }
}

/** Whoever has the last byte has the file, whether or not that could be written down. */
function tellWhenSent(onSent: () => Promise<void>): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    async flush() {
      try {
        await onSent();
      } catch (error) {
        log.warn({ err: error }, "it was not noted that a pack went out to its end");
      }
    },
  });
}
