import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { chainHash, FIRST_PREVIOUS_HASH } from "@/lib/audit/chain-hash";
import type { ChainedFields } from "@/lib/audit/chain-hash";
import { checkpointText } from "@/lib/audit/checkpoint-text";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { entryContent } from "@/lib/audit/entry-content";
import { keyIdOf, spkiOf } from "@/lib/audit/proof/public-key";

export interface SampleEntry {
  fields: Required<ChainedFields>;
  salt: string | null;
  contentHash: string | null;
  prevHash: string;
  hash: string;
}

/** The fields of an entry, with what a test cares about. */
export function sampleFields(
  seq: number,
  changes: Partial<ChainedFields> = {},
): Required<ChainedFields> {
  return {
    seq: String(seq),
    at: new Date(Date.UTC(2026, 10, 21, 12, 0, seq)).toISOString(),
    actorKind: "user",
    actorId: "0197a1f0-0000-7000-8000-000000000001",
    actorName: "林悦",
    action: "campaign.created",
    targetKind: "campaign",
    targetId: "0197a1f0-0000-7000-8000-000000000002",
    targetLabel: `春节 ${seq}`,
    changes: { name: { from: null, to: `春节 ${seq}` } },
    details: {},
    address: "192.0.2.1",
    requestId: `request-${seq}`,
    miniProgramId: null,
    campaignId: "0197a1f0-0000-7000-8000-000000000002",
    ...changes,
  };
}

/** A chain of entries numbered from 1; the first `oldCount` are from before entries had salts. */
export function sampleChain(
  all: readonly Required<ChainedFields>[],
  { oldCount = 0 } = {},
): SampleEntry[] {
  let previous = FIRST_PREVIOUS_HASH;
  return all.map((given, place) => {
    const isOld = place < oldCount;
    const fields = isOld ? { ...given, miniProgramId: null, campaignId: null } : given;
    const salt = isOld ? null : randomBytes(32).toString("hex");
    const content = entryContent(fields, salt);
    const prevHash = previous;
    previous = chainHash(prevHash, content);
    return { fields, salt, contentHash: isOld ? null : content, prevHash, hash: previous };
  });
}

/** A key and what it signs. */
export function sampleKey() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const id = keyIdOf(publicKey);
  return {
    id,
    publicKey: spkiOf(publicKey),
    pem: publicKey.export({ format: "pem", type: "spki" }).toString(),
    sign({ fields, hash }: Pick<SampleEntry, "fields" | "hash">): SignedCheckpoint {
      const checkpoint = { seq: fields.seq, headHash: hash, at: fields.at, keyId: id };
      const text = Buffer.from(checkpointText(checkpoint));
      return { ...checkpoint, signature: sign(null, text, privateKey).toString("base64url") };
    },
  };
}

export function sha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
