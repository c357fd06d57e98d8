import { createHash } from "node:crypto";

/** Whether something is new and counted, known and free, or over the limit. */
export type Taken = "counted" | "free" | "refused";

const IDENTITY_BYTES = 12;

/**
 * A count of distinct things where a known one is free, also when the limit is reached. An identity
 * is kept as 12 bytes of SHA-256, and at most `capacity` of them, so memory stays bounded.
 */
export class IdentityCount {
  used = 0;
  private readonly identities = new Set<string>();
  /** One iterator for all: a new one would walk over every hole left behind. */
  private readonly oldest = this.identities.values();

  constructor(
    public limit: number,
    private readonly capacity: number,
  ) {}

  takeIdentity(text: string): Taken {
    const digest = createHash("sha256").update(text).digest();
    const identity = digest.subarray(0, IDENTITY_BYTES).toString("latin1");
    if (this.identities.has(identity)) return "free";
    if (this.used >= this.limit) return "refused";
    this.used += 1;
    this.keep(identity);
    return "counted";
  }

  get identityCount(): number {
    return this.identities.size;
  }

  /** Every known identity one after the other, as base64. */
  dumpIdentities(): string {
    const bytes = Buffer.allocUnsafe(this.identities.size * IDENTITY_BYTES);
    let offset = 0;
    for (const identity of this.identities) offset += bytes.write(identity, offset, "latin1");
    return bytes.toString("base64");
  }

  /** Knows these as well; throws when they are not what dumpIdentities gave. */
  loadIdentities(dump: string): void {
    const bytes = Buffer.from(dump, "base64");
    if (bytes.length % IDENTITY_BYTES !== 0) throw new RangeError("identities are cut off");
    for (let start = 0; start < bytes.length; start += IDENTITY_BYTES) {
      this.keep(bytes.toString("latin1", start, start + IDENTITY_BYTES));
    }
  }

  private keep(identity: string): void {
    this.identities.add(identity);
    if (this.identities.size <= this.capacity) return;
    const { value } = this.oldest.next();
    if (value !== undefined) this.identities.delete(value);
  }
}
