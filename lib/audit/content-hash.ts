import { hash } from "node:crypto";
import { canonicalJson } from "@/lib/audit/canonical-json";
import type { FieldDigests } from "@/lib/audit/field-digests";

/** One hash over the digests of all fields, in hex: any of them can be shown without the others. */
export function contentHash(digests: FieldDigests): string {
  return hash("sha256", canonicalJson(digests), "hex");
}
