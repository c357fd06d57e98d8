/**
 * What a process under test is to suffer. The program itself has no failpoints: the process is
 * started with `preload.ts`, which stands at the doors every program has anyway (the database
 * driver, sockets, files, the clock). So there is nothing to compile out of production.
 */

/** Moments of a mint, in their order; the first two are those of planning. */
export const POINTS = [
  "beforeReserve",
  "afterReserve",
  "beforeSent",
  "afterSent",
  "beforeWrite",
  "afterWrite",
  "headers",
  "body",
  "beforeSync",
  "beforeRename",
  "afterRename",
  "beforeOutcome",
  "afterOutcome",
] as const;
export type Point = (typeof POINTS)[number];

export interface Failpoint {
  point: Point;
  /** Which time it is come to, from 1. */
  nth: number;
  /** `cut`: as `kill`, and what was not synced to disk is lost with it, as in a power cut. */
  act: "kill" | "cut" | "stop";
}

export interface FaultOrder {
  failpoints?: Failpoint[];
  /** While this file is there, files cannot be written; ENOSPC leaves a part of them. */
  disk?: { code: "ENOSPC" | "EIO" | "EROFS"; whileFile: string };
  /** A file with the number of milliseconds this process's clock is wrong by. */
  clockFile?: string;
}

/** The environment variable that carries a FaultOrder as JSON. */
export const FAULT_ORDER = "MINTDESK_TEST_FAULT";
