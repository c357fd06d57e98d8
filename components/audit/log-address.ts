import type { AuditTargetKind } from "@/lib/audit/actions";

/** Where everything is that the log has about an object, and about what belongs to it. */
export function logAddress(kind: AuditTargetKind, id: string): string {
  if (kind === "mini_program") return `/audit?miniProgram=${id}`;
  if (kind === "campaign") return `/audit?campaign=${id}`;
  return `/audit?target=${kind}:${id}`;
}
