import { withoutSecretText, type RequestEntry } from "./request-log";
import type { WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

export type RidRecord = {
  appid: string | null;
  invokedAtMs: number;
  costMs: number;
  url: string;
  body: string;
  answer: string;
  ip: string;
};

const CAPACITY = 1_000;
/** Answers can be asked for during seven days (section 0). */
const KEPT_MS = 7 * 86_400_000;

/** The last thousand answers that carried a rid. */
export class RidBook {
  private readonly records = new Map<string, RidRecord>();

  /** Keeps an answer under its rid; one without a rid is let go. */
  remember(request: WireRequest, entry: RequestEntry, answer: WireAnswer, nowMs: number): void {
    if (answer.rid === null) return;
    const invokedAtMs = Date.parse(entry.at);
    this.records.set(answer.rid, {
      appid: entry.appid,
      invokedAtMs,
      costMs: nowMs - invokedAtMs,
      url: withoutSecretText(`${request.path}?${request.query}`),
      body: typeof entry.body === "string" ? entry.body : JSON.stringify(entry.body),
      answer: answer.body.toString(),
      ip: request.ip,
    });
    for (const oldest of this.records.keys()) {
      if (this.records.size <= CAPACITY) return;
      this.records.delete(oldest);
    }
  }

  find(rid: string, nowMs: number): RidRecord | null {
    const record = this.records.get(rid);
    return record !== undefined && nowMs - record.invokedAtMs < KEPT_MS ? record : null;
  }

  clear(): void {
    this.records.clear();
  }
}
