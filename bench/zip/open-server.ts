import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPeakMb } from "@/bench/batch-memory/read-peak";
import { STREAMING_FLAGS } from "@/bin/streaming-flags.mjs";

const TICK_MS = 10;

export interface ZipServer {
  port: number;
  /** CPU it and the programs it ran have used so far. */
  cpuMs(): number;
  /** From now on its peak counts anew; gives what it holds, in MB. */
  restartPeak(): Promise<number>;
  peakMb(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a contender in a process of its own, with the flags of the web and the gate. */
export async function openServer(
  name: string,
  { root, listFile, entryCount }: { root: string; listFile: string; entryCount: number },
): Promise<ZipServer> {
  const args = [name, root, listFile, String(entryCount)];
  const execArgv = ["--import", "tsx", "--expose-gc", ...STREAMING_FLAGS];
  const child = fork(join(import.meta.dirname, "serve.ts"), args, { execArgv });
  const failed = once(child, "exit").then(() => {
    throw new Error(`The server of ${name} ended before it could serve.`);
  });
  const [port] = (await Promise.race([once(child, "message"), failed])) as [number];
  const pid = child.pid ?? 0;
  return {
    port,
    cpuMs: () => readCpuMs(pid),
    async restartPeak() {
      writeFileSync(`/proc/${pid}/clear_refs`, "5");
      return readPeakMb(pid);
    },
    peakMb: () => readPeakMb(pid),
    async stop() {
      failed.catch(() => undefined);
      child.disconnect();
      await once(child, "exit");
    },
  };
}

function readCpuMs(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is a name in brackets and may hold anything; own and children's, user and system, are 14 to 17.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
}
