import type { AuditAction } from "@/lib/audit/actions";

/** A sentence of `audit.acts.<name>`, and what an entry must have recorded for it to be said. */
export interface SentenceForm {
  name: string;
  details?: readonly string[];
  /** Changed fields; `name` is told as {nameFrom} and {nameTo}. */
  changed?: readonly string[];
}

export interface ActionSentence {
  /** The first that can be said is; none: `audit.actions.<action>`, which needs the object only. */
  forms: readonly SentenceForm[];
  /** Details told after it when there is something to tell, as `audit.clauses.<name>`. */
  adds: readonly string[];
  /** Whether other changed fields are told as well. */
  withChanges: boolean;
}

const SHORT: ActionSentence = { forms: [], adds: [], withChanges: false };
const CHANGES: ActionSentence = { ...SHORT, withChanges: true };

function adds(...names: string[]): ActionSentence {
  return { ...SHORT, adds: names };
}

function told(name: string, details: readonly string[], ...added: string[]): ActionSentence {
  return { forms: [{ name, details }], adds: added, withChanges: false };
}

function changed(
  name: string,
  field: string,
  details: readonly string[],
  ...added: string[]
): ActionSentence {
  return { forms: [{ name, details, changed: [field] }], adds: added, withChanges: false };
}

/** What each action's sentence tells. */
export const SENTENCES: Readonly<Record<AuditAction, ActionSentence>> = {
  "user.created": told("user_created", ["role"]),
  "user.signed_in": SHORT,
  "user.sign_in_failed": SHORT,
  "user.signed_out": SHORT,
  "user.password_changed": adds("endedSessionCount"),
  "user.sessions_ended": told("user_sessions_ended", ["endedSessionCount"]),
  "user.invited": told("user_invited", ["role"], "email", "expiresAt"),
  "user.invite_revoked": adds("email"),
  "user.joined": told("user_joined", ["role", "by"]),
  "user.role_changed": changed("user_role_changed", "role", []),
  "user.profile_changed": CHANGES,
  "user.disabled": adds("endedSessionCount"),
  "user.enabled": SHORT,
  "user.reset_link_made": adds("expiresAt"),
  "user.password_reset": adds("endedSessionCount"),
  "user.second_factor_on": SHORT,
  "user.second_factor_off": SHORT,
  "user.second_factor_failed": SHORT,
  "user.recovery_code_used": told("user_recovery_code_used", ["leftCount"]),
  "user.recovery_codes_made": SHORT,
  "api_key.made": adds("scopes", "expiresAt"),
  "api_key.revoked": SHORT,
  "desk.second_factor_required": CHANGES,
  "desk.secret_rotated": told("desk_secret_rotated", ["resealedCount"]),
  "access.denied": told("access_denied", ["permission"]),
  "audit.exported": told("audit_exported", ["entryCount", "format"]),
  "log_room.made": adds("expiresAt", "hasPassword", "mayExport"),
  "log_room.revoked": SHORT,
  "log_room.opened": SHORT,
  "log_room.password_wrong": SHORT,
  "log_room.exported": SHORT,
  "webhook.created": adds("url", "eventTypes"),
  "webhook.updated": CHANGES,
  "webhook.secret_rotated": SHORT,
  "webhook.disabled": adds("why"),
  "webhook.enabled": SHORT,
  "webhook.removed": adds("url"),
  "webhook.test_sent": SHORT,
  "webhook.resent": told("webhook_resent", ["eventType"]),
  "mini_program.registered": told("mini_program_registered", ["wechatAppId"]),
  "mini_program.updated": CHANGES,
  "mini_program.secret_rotated": SHORT,
  "mini_program.archived": SHORT,
  "mini_program.credentials_checked": told("mini_program_credentials_checked", ["errcode"]),
  "mini_program.token_source_chosen": {
    ...CHANGES,
    adds: ["tokenServerUrl", "hasNewSecret"],
  },
  "mini_program.authorized": told("mini_program_authorized", ["platform"]),
  "mini_program.authorization_withdrawn": told("mini_program_authorization_withdrawn", [
    "platform",
  ]),
  "mini_program.pauses_lifted": adds("errcodes"),
  "mini_program.signing_key_rotated": SHORT,
  "mini_program.signing_key_removed": SHORT,
  "platform.registered": told("platform_registered", ["componentAppId"]),
  "platform.updated": { ...CHANGES, adds: ["replacedSecrets"] },
  "quota.drift_booked": told("quota_drift_booked", ["amount"], "reason"),
  "quota.adjusted": changed("quota_adjusted", "spent", [], "reason"),
  "quota.limit_changed": changed("quota_limit_changed", "lifetimeLimit", [], "reason"),
  "quota.settings_changed": CHANGES,
  "quota.budget_set": changed("quota_budget_set", "share", ["holder"]),
  "quota.budget_removed": changed("quota_budget_removed", "share", ["holder"]),
  "campaign.created": SHORT,
  "campaign.renamed": changed("campaign_renamed", "name", []),
  "campaign.fields_set": told("campaign_fields_set", ["fieldCount"]),
  "scenes.repointed": {
    forms: [
      { name: "scenes_repointed_to", details: ["sceneCount"], changed: ["page"] },
      { name: "scenes_repointed", details: ["sceneCount"] },
    ],
    adds: ["leftOutCount", "effectiveFrom", "reason"],
    withChanges: true,
  },
  "scene.changed": {
    forms: [{ name: "scene_changed_to", changed: ["page"] }],
    adds: ["effectiveFrom", "reason"],
    withChanges: true,
  },
  "scene.returned": { ...told("scene_returned", ["returnsTo"], "reason"), withChanges: true },
  "scene.change_cancelled": told("scene_change_cancelled", ["version", "effectiveFrom"]),
  "scene.retired": told("scene_retired", ["why"], "reason"),
  "scene.restored": SHORT,
  "scene.tested": told("scene_tested", ["startedBy"]),
  "code.requested": told("code_requested", ["kind"], "target", "scene", "envVersion", "reason"),
  "code.repeated": told("code_repeated", ["attempt"]),
  "code.minted": adds("numUsed"),
  "code.refused": adds("why", "errcode"),
  "code.outcome_unknown": adds("why", "errcode"),
  "code.settled_by_hand": told("code_settled_by_hand", ["wasCounted"], "reason"),
  "approval.requested": told("approval_requested", ["limitedCount"]),
  "approval.approved": told("approval_approved", ["requestedBy"], "comment"),
  "approval.declined": told("approval_declined", ["requestedBy"], "comment"),
  "batch.planned": told(
    "batch_planned",
    ["codeCount", "rowCount"],
    "skippedCount",
    "limitedCount",
    "reason",
  ),
  "batch.paused": adds("why", "errcode"),
  "batch.resumed": told("batch_resumed", ["codeCount"]),
  "batch.retried": told("batch_retried", ["codeCount"]),
  "batch.row_edited": { ...told("batch_row_edited", ["batch", "row"]), withChanges: true },
  "batch.cancelled": told("batch_cancelled", ["codeCount"]),
  "batch.codes_minted": told("batch_codes_minted", ["codeCount"], "numUsed"),
  "batch.finished": told("batch_finished", ["mintedCount", "refusedCount", "unknownCount"]),
  "batch_template.saved": told("batch_template_saved", ["kind"]),
  "batch_template.removed": SHORT,
  "pack.ordered": told("pack_ordered", ["form", "codeCount"]),
  "pack.ready": adds("problemCount"),
  "pack.failed": SHORT,
  "pack.cancelled": told("pack_cancelled", ["doneCount"]),
  "pack.taken": told("pack_taken", ["codeCount"]),
  "pack.link_made": told("pack_link_made", ["link"], "expiresAt", "takesMax", "hasPassword"),
  "pack.link_revoked": told("pack_link_revoked", ["link"]),
  "pack.link_opened": told("pack_link_opened", ["link"]),
  "pack.link_password_wrong": told("pack_link_password_wrong", ["link"]),
  "pack.link_taken": told("pack_link_taken", ["link"]),
  "pack_template.saved": told("pack_template_saved", ["version"]),
  "pack_template.archived": SHORT,
  "code.edited": CHANGES,
  "codes.edited": { ...told("codes_edited", ["codeCount"]), withChanges: true },
};
