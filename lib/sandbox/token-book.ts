import { randomBytes } from "node:crypto";

export type TokenKind = "plain" | "stable";

export type TokenGrant = { accessToken: string; expiresInSeconds: number };

/** What a token answers once it no longer works: 42001 timed out, 40001 replaced. */
export type TokenEnd = 42001 | 40001;

type TokenRecord = { value: string; expiresAtMs: number; worksUntilMs: number; end: TokenEnd };

const LIFE_MS = 7_200_000;
const OVERLAP_MS = 300_000;
const FORCE_PAUSE_MS = 30_000;
/** Dead tokens are remembered only to answer 42001 rather than 40001. */
const REMEMBERED = 32;

/** One account's tokens of one kind: the two endpoints never touch each other's (section 1.2). */
export class TokenBook {
  private records: TokenRecord[] = [];
  private lastForcedAtMs = Number.NEGATIVE_INFINITY;

  /** A new token; the previous one works for five more minutes (section 1.1). */
  issue(nowMs: number): TokenGrant {
    this.retireCurrent(nowMs + OVERLAP_MS);
    return this.add(nowMs);
  }

  /** The same token until its last five minutes, then a new one beside it (section 1.2). */
  current(nowMs: number): TokenGrant {
    const record = this.live(nowMs);
    if (record === null || record.expiresAtMs - nowMs <= OVERLAP_MS) return this.add(nowMs);
    return grantOf(record, nowMs);
  }

  /** Whether a forced refresh would give the current token back: less than 30 s since the last. */
  isForceTooSoon(nowMs: number): boolean {
    const pauseMs = nowMs - this.lastForcedAtMs;
    // Negative after the clock was set back.
    return pauseMs >= 0 && pauseMs < FORCE_PAUSE_MS && this.live(nowMs) !== null;
  }

  /** A new token; every older one dies at once (section 1.2). */
  force(nowMs: number): TokenGrant {
    this.retireAll(nowMs, 40001);
    this.lastForcedAtMs = nowMs;
    return this.add(nowMs);
  }

  /** Ends every working token now. */
  retireAll(nowMs: number, end: TokenEnd): void {
    for (const record of this.records) {
      if (record.worksUntilMs > nowMs) Object.assign(record, { worksUntilMs: nowMs, end });
    }
  }

  /** Null when the token is not from this book, 0 when it works, else the errcode. */
  check(value: string, nowMs: number): 0 | TokenEnd | null {
    const record = this.records.find((candidate) => candidate.value === value);
    if (record === undefined) return null;
    return nowMs < record.worksUntilMs ? 0 : record.end;
  }

  private live(nowMs: number): TokenRecord | null {
    const newest = this.records.at(-1);
    return newest !== undefined && nowMs < newest.worksUntilMs ? newest : null;
  }

  private retireCurrent(atMs: number): void {
    for (const record of this.records) {
      if (record.worksUntilMs > atMs) Object.assign(record, { worksUntilMs: atMs, end: 40001 });
    }
  }

  private add(nowMs: number): TokenGrant {
    const expiresAtMs = nowMs + LIFE_MS;
    const value = randomBytes(102).toString("base64url");
    const record: TokenRecord = { value, expiresAtMs, worksUntilMs: expiresAtMs, end: 42001 };
    this.records = [...this.records, record].slice(-REMEMBERED);
    return grantOf(record, nowMs);
  }
}

function grantOf(record: TokenRecord, nowMs: number): TokenGrant {
  return {
    accessToken: record.value,
    expiresInSeconds: Math.floor((record.expiresAtMs - nowMs) / 1000),
  };
}
