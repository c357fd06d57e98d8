/** One program the supervisor keeps running. */
export type Part = {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** How long the first start may take before it counts as failed. */
  readyWithinMs: number;
  /** How long it may take to end after SIGTERM. */
  graceMs: number;
  /** Asked repeatedly after a start; a rejection ends the waiting. */
  isReady: (process: PartProcess) => Promise<boolean>;
  /** Run before every start, also before repeated ones. */
  beforeStart?: () => Promise<void>;
  /** Ends it at once. Without it: SIGKILL for the part and everything it started. */
  forceSignal?: NodeJS.Signals;
};

/** What a part's readiness check may look at. */
export type PartProcess = {
  pid: number;
  /** Since its start. */
  ageMs: () => number;
  /** Whether it sent this word over its IPC channel. */
  said: (word: string) => boolean;
};
