import { createHash } from "node:crypto";

/** Whether something is new and counted, known and free, or over the limit. */
export type Taken = "counted" | "free" | "refused";

/**
 * A count of distinct things where a known one is free, also when the limit is reached. An identity
 * is kept as 12 bytes of SHA-256, and at most `capacity` of them, so memory stays bounded.
 */
export class IdentityCount {
  used = 0;
  private readonly identities = new Set<string>();

  constructor(
    public limit: number,
    private readonly capacity: number,
  ) {}

  takeIdentity(text: string): Taken {
    const digest = createHash("sha256").update(text).digest();
    const identity = digest.subarray(0, 12).toString("latin1");
    if (this.identities.has(identity)) return "free";
    if (this.used >= this.limit) return "refused";
    this.used += 1;
    this.identities.add(identity);
    if (this.identities.size > this.capacity) this.forgetOldest();
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
