/** What went wrong with a call, in words for operators in both languages. */
export interface CallFailure {
  errcode: number | null;
  /** Our word when there is no errcode: timeout, reset, html, … */
  why: string;
  message: string;
  rid: string | null;
  quotaUsed: "no" | "unknown";
  words: Record<"zh" | "en", { cause: string; fix: string }>;
}

/** Holds calls of a mini program back because of an earlier refusal. */
export interface CallPause {
  /** `all`, `limited` for A and C, or one API's name. */
  scope: string;
  reason: "next_minute" | "next_day" | "stop_forever" | "token_refused";
  since: Date;
  /** Null: until a person lifts it. */
  until: Date | null;
  errcode: number;
  words: CallFailure["words"];
}
