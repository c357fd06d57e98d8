import type { EndpointName } from "./endpoints";

/** What is held back: everything of the mini program, A and C, or one API. */
export type PauseScope = "all" | "limited" | EndpointName;

export type PauseReason = "next_minute" | "next_day" | "stop_forever" | "token_refused";

export interface Pause {
  readonly scope: PauseScope;
  readonly reason: PauseReason;
  /** Null: until it is lifted. */
  readonly until: Date | null;
  /** Of the refusal that began it. */
  readonly errcode: number;
}

export interface PauseState {
  /** May hold pauses that are over. */
  readonly pauses: readonly Pause[];
  /** Calls in a row that ended with a refused token. */
  readonly refusedTokens: number;
}

/**
 * Where pauses live, shared by every process that calls WeChat for the same mini program. Read
 * before every call, so it should be quick; each write must be atomic. Keys are opaque.
 */
export interface PauseStore {
  read(key: string): Promise<PauseState>;
  /** Of two pauses with the same scope and reason the one that ends later stays. */
  pause(key: string, pause: Pause): Promise<void>;
  /** Adds one to the run of refused tokens and returns its length. */
  countRefusedToken(key: string): Promise<number>;
  /** Ends the run. */
  forgetRefusedTokens(key: string): Promise<void>;
  /** Ends every pause and the run. */
  lift(key: string): Promise<void>;
}
