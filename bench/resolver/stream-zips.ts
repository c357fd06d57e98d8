import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { download } from "@/bench/zip/download";
import { openServer } from "@/bench/zip/open-server";
import { seedPictures } from "@/bench/zip/seed-pictures";
import { repeat } from "@/lib/worker/repeat";

const FILES = 1_000;
const ENTRIES = 10_000;
/** A line of 100 Mbit/s. */
const BYTES_PER_SECOND = 12_500_000;

/** Somebody takes one pack after the other, from a process of its own as the desk is one. */
export async function streamZips(): Promise<{ stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "mintdesk-bench-"));
  const root = path.join(folder, "store");
  const listFile = path.join(folder, "pictures.json");
  await writeFile(listFile, JSON.stringify(await seedPictures(root, FILES)));
  const server = await openServer("own", { root, listFile, entryCount: ENTRIES });
  const pace = { bytesPerSecond: BYTES_PER_SECOND, forMs: 10_000 };
  const loop = repeat("take a pack", 0, async () => {
    await download(server.port, pace);
  });
  return {
    async stop() {
      await loop.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
