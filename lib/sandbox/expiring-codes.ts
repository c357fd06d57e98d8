import { randomBytes } from "node:crypto";

type CodeRecord<T> = { value: T; expiresAtMs: number };

const CAPACITY = 1_000;

/** The last thousand codes of one kind, each with what it stands for and an end. */
export class ExpiringCodes<T> {
  private readonly records = new Map<string, CodeRecord<T>>();

  constructor(
    private readonly prefix: string,
    private readonly lifeMs: number,
  ) {}

  issue(value: T, nowMs: number): string {
    const code = this.prefix + randomBytes(48).toString("base64url");
    this.records.set(code, { value, expiresAtMs: nowMs + this.lifeMs });
    for (const oldest of this.records.keys()) {
      if (this.records.size <= CAPACITY) break;
      this.records.delete(oldest);
    }
    return code;
  }

  /** What the code stands for; "unknown" when it was never issued or already spent. */
  read(code: string, nowMs: number): { value: T } | "unknown" | "expired" {
    const record = this.records.get(code);
    if (record === undefined) return "unknown";
    return nowMs < record.expiresAtMs ? { value: record.value } : "expired";
  }

  spend(code: string): void {
    this.records.delete(code);
  }
}
