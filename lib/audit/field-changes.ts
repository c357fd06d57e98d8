import type { AuditChanges } from "@/lib/audit/actions";
import { canonicalJson } from "@/lib/audit/canonical-json";

/** The fields of `after` that differ from `before`, as from → to. */
export function fieldChanges<After extends Record<string, unknown>>(
  before: { [Key in keyof After]?: unknown },
  after: After,
): AuditChanges {
  const changed = Object.entries(after).filter(
    ([field, to]) => canonicalJson(before[field]) !== canonicalJson(to),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: before[field], to }]));
}
