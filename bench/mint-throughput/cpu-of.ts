import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;
const USER = 13;
const SYSTEM = 14;

/** CPU a process has used so far, in milliseconds; 0 where /proc does not tell. */
export function cpuMsOf(pid: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is a name in brackets and may hold anything.
    const fields = `x x ${text.slice(text.lastIndexOf(")") + 2)}`.split(" ");
    return ((Number(fields[USER]) + Number(fields[SYSTEM])) * 1_000) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}
