import { z } from "zod";

const Nothing = z.strictObject({});

/** The closed set of what can stand in the log, with the shape of each action's details. */
export const AUDIT_ACTIONS = {
  "user.created": z.strictObject({ role: z.string() }),
  "user.signed_in": Nothing,
  "user.sign_in_failed": z.strictObject({ email: z.string() }),
  "user.signed_out": Nothing,
  "user.password_changed": z.strictObject({ endedSessionCount: z.number().int() }),
  "user.sessions_ended": z.strictObject({ endedSessionCount: z.number().int() }),
  "user.invited": z.strictObject({ email: z.string(), role: z.string(), expiresAt: z.string() }),
  "user.invite_revoked": z.strictObject({ email: z.string() }),
  "user.joined": z.strictObject({ role: z.string(), by: z.enum(["invite", "oidc"]) }),
  "user.role_changed": Nothing,
  "user.profile_changed": Nothing,
  "user.disabled": z.strictObject({ endedSessionCount: z.number().int() }),
  "user.enabled": Nothing,
  "user.reset_link_made": z.strictObject({ expiresAt: z.string() }),
  "user.password_reset": z.strictObject({ endedSessionCount: z.number().int() }),
  "user.second_factor_on": Nothing,
  "user.second_factor_off": Nothing,
  "user.second_factor_failed": z.strictObject({ email: z.string() }),
  "user.recovery_code_used": z.strictObject({ leftCount: z.number().int() }),
  "user.recovery_codes_made": Nothing,
  "api_key.made": z.strictObject({
    scopes: z.array(z.string()),
    expiresAt: z.string().nullable(),
  }),
  "api_key.revoked": Nothing,
  "desk.second_factor_required": Nothing,
  "desk.secret_rotated": z.strictObject({ resealedCount: z.number().int() }),
  "access.denied": z.strictObject({ permission: z.string() }),
  "audit.exported": z.strictObject({
    format: z.string(),
    entryCount: z.number().int(),
    filter: z.record(z.string(), z.string()),
  }),
  "log_room.made": z.strictObject({
    expiresAt: z.string(),
    hasPassword: z.boolean(),
    mayExport: z.boolean(),
    slice: z.record(z.string(), z.string()),
    fields: z.array(z.string()),
    redactions: z.array(z.string()),
  }),
  "log_room.revoked": Nothing,
  "log_room.opened": z.strictObject({ at: z.string() }),
  "log_room.password_wrong": z.strictObject({ at: z.string() }),
  "log_room.exported": z.strictObject({ at: z.string() }),
  "webhook.created": z.strictObject({ url: z.string(), eventTypes: z.array(z.string()) }),
  "webhook.updated": Nothing,
  "webhook.secret_rotated": Nothing,
  "webhook.disabled": z.strictObject({ why: z.enum(["person", "gone", "failing"]) }),
  "webhook.enabled": Nothing,
  "webhook.removed": z.strictObject({ url: z.string() }),
  "webhook.test_sent": Nothing,
  "webhook.resent": z.strictObject({ eventType: z.string() }),
  "mini_program.registered": z.strictObject({ wechatAppId: z.string() }),
  "mini_program.updated": Nothing,
  "mini_program.secret_rotated": Nothing,
  "mini_program.archived": Nothing,
  "mini_program.credentials_checked": z.strictObject({ errcode: z.number().int().nullable() }),
  "mini_program.token_source_chosen": z.strictObject({
    tokenServerUrl: z.string().nullable(),
    hasNewSecret: z.boolean(),
  }),
  "mini_program.authorized": z.strictObject({
    platform: z.string(),
    permissionSets: z.array(z.number().int()),
  }),
  "mini_program.authorization_withdrawn": z.strictObject({ platform: z.string() }),
  "mini_program.pauses_lifted": z.strictObject({ errcodes: z.array(z.number().int()) }),
  "mini_program.signing_key_rotated": Nothing,
  "mini_program.signing_key_removed": Nothing,
  "platform.registered": z.strictObject({ componentAppId: z.string() }),
  "platform.updated": z.strictObject({ replacedSecrets: z.array(z.string()) }),
  "quota.drift_booked": z.strictObject({
    amount: z.number().int(),
    numUsed: z.number().int().nullable(),
    reason: z.string(),
  }),
  "quota.adjusted": z.strictObject({ amount: z.number().int(), reason: z.string() }),
  "quota.limit_changed": z.strictObject({ reason: z.string() }),
  "quota.settings_changed": Nothing,
  "quota.budget_set": z.strictObject({ holder: z.string(), holderKind: z.string() }),
  "quota.budget_removed": z.strictObject({ holder: z.string(), holderKind: z.string() }),
  "campaign.created": Nothing,
  "campaign.renamed": Nothing,
  "campaign.fields_set": z.strictObject({ fieldCount: z.number().int() }),
  "scenes.repointed": z.strictObject({
    sceneCount: z.number().int(),
    leftOutCount: z.number().int(),
    filter: z.record(z.string(), z.string()),
    effectiveFrom: z.string(),
    reason: z.string(),
  }),
  "scene.changed": z.strictObject({
    version: z.number().int(),
    /** Null: at once. */
    effectiveFrom: z.string().nullable(),
    reason: z.string(),
  }),
  "scene.returned": z.strictObject({
    version: z.number().int(),
    returnsTo: z.number().int(),
    reason: z.string(),
  }),
  "scene.change_cancelled": z.strictObject({
    version: z.number().int(),
    effectiveFrom: z.string(),
  }),
  "scene.retired": z.strictObject({ why: z.string(), reason: z.string() }),
  "scene.restored": Nothing,
  "scene.tested": z.strictObject({
    startedBy: z.string(),
    sceneValue: z.number().int().nullable(),
  }),
  "code.requested": z.strictObject({
    kind: z.string(),
    target: z.string(),
    scene: z.string().nullable(),
    envVersion: z.string(),
    reason: z.string(),
  }),
  "code.repeated": z.strictObject({ attempt: z.number().int() }),
  "code.minted": z.strictObject({ sha256: z.string(), numUsed: z.number().int().nullable() }),
  "code.refused": z.strictObject({ why: z.string(), errcode: z.number().int().nullable() }),
  "code.outcome_unknown": z.strictObject({
    why: z.string(),
    errcode: z.number().int().nullable(),
  }),
  "code.settled_by_hand": z.strictObject({ wasCounted: z.boolean(), reason: z.string() }),
  "approval.requested": z.strictObject({ limitedCount: z.number().int() }),
  "approval.approved": z.strictObject({ comment: z.string(), requestedBy: z.string() }),
  "approval.declined": z.strictObject({ comment: z.string(), requestedBy: z.string() }),
  "batch.planned": z.strictObject({
    kind: z.string(),
    rowCount: z.number().int(),
    codeCount: z.number().int(),
    skippedCount: z.number().int(),
    limitedCount: z.number().int(),
    reason: z.string(),
  }),
  "batch.paused": z.strictObject({ why: z.string(), errcode: z.number().int().nullable() }),
  "batch.resumed": z.strictObject({ codeCount: z.number().int() }),
  "batch.retried": z.strictObject({ codeCount: z.number().int() }),
  "batch.row_edited": z.strictObject({ batch: z.string(), row: z.number().int() }),
  "batch.cancelled": z.strictObject({ codeCount: z.number().int() }),
  "batch.codes_minted": z.strictObject({
    codeCount: z.number().int(),
    /** SHA-256 over lines "code id, space, SHA-256 of its picture, newline", by code id. */
    digest: z.string(),
    codeIds: z.array(z.string()),
    numUsed: z.number().int().nullable(),
  }),
  "batch.finished": z.strictObject({
    mintedCount: z.number().int(),
    refusedCount: z.number().int(),
    unknownCount: z.number().int(),
  }),
  "batch_template.saved": z.strictObject({ kind: z.string(), columns: z.array(z.string()) }),
  "batch_template.removed": Nothing,
  "pack.ordered": z.strictObject({
    form: z.string(),
    codeCount: z.number().int(),
    leftOut: z.record(z.string(), z.number().int()),
    selection: z.string(),
  }),
  "pack.ready": z.strictObject({
    sha256: z.string(),
    byteSize: z.number().int(),
    problemCount: z.number().int(),
  }),
  "pack.failed": z.strictObject({ why: z.string() }),
  "pack.cancelled": z.strictObject({ doneCount: z.number().int() }),
  "pack.taken": z.strictObject({ codeCount: z.number().int() }),
  "pack.link_made": z.strictObject({
    link: z.string(),
    expiresAt: z.string(),
    takesMax: z.number().int().nullable(),
    hasPassword: z.boolean(),
  }),
  "pack.link_revoked": z.strictObject({ link: z.string() }),
  "pack.link_opened": z.strictObject({ link: z.string(), at: z.string() }),
  "pack.link_password_wrong": z.strictObject({ link: z.string(), at: z.string() }),
  "pack.link_taken": z.strictObject({ link: z.string(), at: z.string() }),
  "pack_template.saved": z.strictObject({ kind: z.string(), version: z.number().int() }),
  "pack_template.archived": z.strictObject({ kind: z.string() }),
  "code.edited": Nothing,
  "codes.edited": z.strictObject({ codeCount: z.number().int(), codeIds: z.array(z.string()) }),
} as const satisfies Record<string, z.ZodType>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
export type AuditDetails<Action extends AuditAction> = z.infer<(typeof AUDIT_ACTIONS)[Action]>;

export type AuditTargetKind =
  | "user"
  | "mini_program"
  | "platform"
  | "campaign"
  | "scene"
  | "code"
  | "batch"
  | "batch_template"
  | "pack"
  | "pack_template"
  | "account_link"
  | "api_key"
  | "desk"
  | "log_room"
  | "webhook";

/** Field by field, what it was and what it is now. */
export type AuditChanges = Record<string, { from: unknown; to: unknown }>;
