import type { ChainedField, ChainedFields } from "@/lib/audit/chain-hash";
import { fieldDigest } from "@/lib/audit/field-digest";
import { fieldSalts } from "@/lib/audit/field-salts";

export type FieldDigests = Record<ChainedField, string>;

/** The digest of each field of an entry with this salt. */
export function fieldDigests(salt: string, fields: Required<ChainedFields>): FieldDigests {
  const saltOf = fieldSalts(salt);
  const digests = Object.entries(fields).map(([field, value]) => [
    field,
    fieldDigest(saltOf(field), value),
  ]);
  return Object.fromEntries(digests) as FieldDigests;
}
