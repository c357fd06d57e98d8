import { createHash } from "node:crypto";

import type { CodeRequest } from "./code-request";

export const LIFETIME_LIMIT = 100_000;

/**
 * The 100,000 of one account, shared by A and C (section 2.3). Identical parameters count once
 * and still work when the limit is reached. An identity is kept as 12 bytes of SHA-256, and at
 * most 100,000 of them, so memory stays within some ten megabytes.
 */
export class LifetimeCount {
  limit: number;
  used = 0;
  private readonly identities = new Set<string>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether the request is new and counted, known and free, or over the limit. */
  take(request: CodeRequest, lookCounts: boolean): "counted" | "free" | "refused" {
    const identity = identityOf(request, lookCounts);
    if (this.identities.has(identity)) return "free";
    if (this.used >= this.limit) return "refused";
    this.used += 1;
    this.identities.add(identity);
    if (this.identities.size > LIFETIME_LIMIT) this.forgetOldest();
    return "counted";
  }

  get identityCount(): number {
    return this.identities.size;
  }

  private forgetOldest(): void {
    for (const oldest of this.identities) {
      this.identities.delete(oldest);
      return;
    }
  }
}

function identityOf(request: CodeRequest, lookCounts: boolean): string {
  const { kind, target, width, lineColor, isHyaline, envVersion } = request;
  const look = lookCounts
    ? [width, lineColor.r, lineColor.g, lineColor.b, isHyaline, envVersion]
    : [];
  const digest = createHash("sha256")
    .update(JSON.stringify([kind, target, ...look]))
    .digest();
  return digest.subarray(0, 12).toString("latin1");
}
