import { readFile } from "node:fs/promises";

/** The most memory a process ever held, in MB, as Linux counts it. */
export async function readPeakMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kib === undefined) throw new Error("This bench needs Linux, which tells a process's peak.");
  return Number(kib) / 1024;
}
