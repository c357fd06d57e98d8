import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import type { AuditAction } from "@/lib/audit/actions";

/** Actions as people group them; `audit.kinds.<kind>` are their names. */
const PREFIXES = {
  codes: ["code.", "codes.", "approval."],
  batches: ["batch.", "batch_template."],
  campaigns: ["campaign."],
  scenes: ["scene.", "scenes."],
  packs: ["pack.", "pack_template."],
  quota: ["quota."],
  miniPrograms: ["mini_program.", "platform."],
  webhooks: ["webhook."],
  people: ["user.", "api_key.", "desk.", "access."],
  log: ["audit.", "log_room."],
} as const satisfies Record<string, readonly string[]>;

export type ActionKind = keyof typeof PREFIXES;
export const ACTION_KINDS = Object.keys(PREFIXES) as ActionKind[];

const ACTIONS = Object.keys(AUDIT_ACTIONS) as AuditAction[];

/** The actions of these kinds, in the order of the closed set. */
export function actionsOf(kinds: readonly ActionKind[]): AuditAction[] {
  const prefixes = kinds.flatMap((kind): readonly string[] => PREFIXES[kind]);
  return ACTIONS.filter((action) => prefixes.some((prefix) => action.startsWith(prefix)));
}
