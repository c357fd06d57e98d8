import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Desk } from "./desk";
import { BrokenAnswer, Interrupted, Unreachable } from "./failures";
import type { Pack } from "./packs";
import { openProgress } from "./progress";
import type { Progress } from "./progress";
import { appendBody, partOf } from "./save-file";

/** Tries in a row that bring nothing new. */
const VAIN_TRIES = 5;

/** Says what the part beside it is a part of, so that a later run goes on with the same file only. */
const tagOf = (part: string) => `${part}.etag`;

/** A ready pack as a file, going on where an earlier try stopped. */
export async function downloadPack(desk: Desk, pack: Pack, file: string): Promise<void> {
  const part = partOf(file);
  const progress = openProgress(desk.say("download"));
  try {
    await fetchAll(desk, pack, part, progress);
  } finally {
    progress.end();
  }
  const isWhole = await isFileOf(pack, part);
  await rm(tagOf(part), { force: true });
  if (isWhole) return rename(part, file);
  await rm(part, { force: true });
  throw new BrokenAnswer(desk.say("packDamaged"));
}

async function fetchAll(desk: Desk, pack: Pack, part: string, progress: Progress): Promise<void> {
  for (let vain = 0; vain < VAIN_TRIES; vain += 1) {
    const before = await sizeOf(part);
    if (await fetchOnce(desk, pack, part, progress)) return;
    if ((await sizeOf(part)) > before) vain = 0;
  }
  throw new Unreachable(desk.say("downloadBroken"));
}

/** Whether it came to its end. Another file than the one begun comes whole, by If-Range. */
async function fetchOnce(
  desk: Desk,
  pack: Pack,
  part: string,
  progress: Progress,
): Promise<boolean> {
  const tag = await readFile(tagOf(part), "utf8").catch(() => "");
  const have = tag === "" ? 0 : await sizeOf(part);
  // The last byte is asked for again, because a range behind the end would be refused.
  const from = have > 0 && have === pack.byteSize ? have - 1 : have;
  const response = await desk.client.send(`GET /packs/${encodeURIComponent(pack.id)}/file`, {
    headers: { Accept: "*/*", ...(from > 0 && { Range: `bytes=${from}-`, "If-Range": tag }) },
  });
  const isRest = response.status === 206;
  let count = isRest ? from : 0;
  try {
    await writeFile(tagOf(part), response.headers.get("etag") ?? "");
    await appendBody(response, part, isRest ? from : 0, (more) => {
      count += more;
      progress.at(count, pack.byteSize ?? count);
    });
    return true;
  } catch (error) {
    if (desk.signal.aborted) throw new Interrupted();
    if (isDiskFault(error)) throw error;
    return false;
  }
}

/** The file's own fault (no room, no right), which no further try would mend. */
function isDiskFault(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "path" in error;
}

/** The hash of a ZIP is that of its manifest; `npm run verify-pack` checks it from inside. */
async function isFileOf({ byteSize, sha256, fileName }: Pack, part: string): Promise<boolean> {
  if ((await sizeOf(part)) !== byteSize) return false;
  if (sha256 === null || fileName.endsWith(".zip")) return true;
  const hash = createHash("sha256");
  await pipeline(createReadStream(part), hash);
  return hash.digest("hex") === sha256;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}
