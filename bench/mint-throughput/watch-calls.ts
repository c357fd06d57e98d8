import { setTimeout as sleep } from "node:timers/promises";
import { tell } from "@/bench/open-desk";

/** The sandbox keeps the last thousand calls, twelve seconds' worth. */
const LOOK_EVERY_MS = 2_000;

export interface SeenCall {
  atMs: number;
  errcode: number | null;
}

export interface CallWatch {
  /** Calls of B for one mini program that arrived in this time, by the sandbox's clock. */
  between(fromMs: number, untilMs: number): SeenCall[];
  stop(): Promise<void>;
}

interface LogEntry {
  seq: number;
  at: string;
  appid: string | null;
  errcode: number | null;
}

/** Follows the sandbox's log of one mini program's calls. */
export function watchCalls(sandboxUrl: string, appid: string): CallWatch {
  const seen = new Map<number, SeenCall>();
  const stopping = new AbortController();
  const look = async () => {
    const url = `${sandboxUrl}/__sandbox/requests?endpoint=getwxacodeunlimit`;
    const { requests } = (await tell(url, "GET")) as { requests: LogEntry[] };
    for (const { seq, at, errcode, appid: whose } of requests) {
      // Those under way are read again when they are answered.
      if (whose === appid) seen.set(seq, { atMs: Date.parse(at), errcode });
    }
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      await look();
      await sleep(LOOK_EVERY_MS);
    }
    await look();
  };
  const running = run();
  return {
    between: (fromMs, untilMs) =>
      [...seen.values()].filter(({ atMs }) => atMs >= fromMs && atMs < untilMs),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
