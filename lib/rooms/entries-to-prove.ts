import { canonicalJson } from "@/lib/audit/canonical-json";
import { CHAINED_FIELDS } from "@/lib/audit/proof/bundle-schema";
import type { EntryToProve } from "@/lib/audit/proof/make-bundle";
import type { ShowRule } from "@/lib/rooms/keep-back";
import { shownFields } from "@/lib/rooms/shown-fields";
import { chainedFields } from "@/lib/rooms/stored-entry";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

/**
 * Entries of a room for a proof, the oldest first. A field that is blackened, if only in a part, goes in as its digest:
 * what stands there cannot be shown to be what was stored.
 */
export function entriesToProve(entries: readonly StoredEntry[], rule: ShowRule): EntryToProve[] {
  return entries
    .map((entry) => {
      const fields = chainedFields(entry);
      const shown = shownFields(entry, rule);
      const whole = CHAINED_FIELDS.filter(
        (field) => field in shown && canonicalJson(shown[field]) === canonicalJson(fields[field]),
      );
      return { fields, salt: entry.salt, shown: whole };
    })
    .toSorted((one, other) => (BigInt(one.fields.seq) < BigInt(other.fields.seq) ? -1 : 1));
}
