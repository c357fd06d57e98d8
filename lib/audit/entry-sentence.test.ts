import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it, test } from "vitest";
import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import type { AuditAction, AuditDetails } from "@/lib/audit/actions";
import type { EntryWords } from "@/lib/audit/entry-act";
import { entrySentence } from "@/lib/audit/entry-sentence";
import { FIELD_NAMES } from "@/lib/audit/field-names";
import { COUNTED_VALUES, WORDED_VALUES } from "@/lib/audit/recorded-value";
import { SENTENCES } from "@/lib/audit/sentence-forms";
import { loadMessages } from "@/lib/i18n/load-messages";

const LOCALES = ["zh-CN", "en"] as const;
type Locale = (typeof LOCALES)[number];
const AT = "2026-11-22T02:05:00.000Z";

const DETAILS: { [Action in AuditAction]: AuditDetails<Action> } = {
  "user.created": { role: "operator" },
  "user.signed_in": {},
  "user.sign_in_failed": { email: "lin@example.com" },
  "user.signed_out": {},
  "user.password_changed": { endedSessionCount: 2 },
  "user.sessions_ended": { endedSessionCount: 3 },
  "user.invited": { email: "lin@example.com", role: "marketing", expiresAt: AT },
  "user.invite_revoked": { email: "lin@example.com" },
  "user.joined": { role: "operator", by: "oidc" },
  "user.role_changed": {},
  "user.profile_changed": {},
  "user.disabled": { endedSessionCount: 1 },
  "user.enabled": {},
  "user.reset_link_made": { expiresAt: AT },
  "user.password_reset": { endedSessionCount: 0 },
  "user.second_factor_on": {},
  "user.second_factor_off": {},
  "user.second_factor_failed": { email: "lin@example.com" },
  "user.recovery_code_used": { leftCount: 7 },
  "user.recovery_codes_made": {},
  "api_key.made": { scopes: ["codes:read", "codes:mint"], expiresAt: null },
  "api_key.revoked": {},
  "desk.second_factor_required": {},
  "desk.secret_rotated": { resealedCount: 12 },
  "access.denied": { permission: "quota:write" },
  "audit.exported": { format: "xlsx", entryCount: 1_234, filter: { kind: "codes" } },
  "log_room.made": {
    expiresAt: AT,
    hasPassword: true,
    mayExport: true,
    slice: {},
    fields: ["person"],
    redactions: [],
  },
  "log_room.revoked": {},
  "log_room.opened": { at: AT },
  "log_room.password_wrong": { at: AT },
  "log_room.exported": { at: AT },
  "webhook.created": { url: "https://erp.example.com/hook", eventTypes: ["code.minted"] },
  "webhook.updated": {},
  "webhook.secret_rotated": {},
  "webhook.disabled": { why: "failing" },
  "webhook.enabled": {},
  "webhook.removed": { url: "https://erp.example.com/hook" },
  "webhook.test_sent": {},
  "webhook.resent": { eventType: "pack.ready" },
  "mini_program.registered": { wechatAppId: "wx0123456789abcdef" },
  "mini_program.updated": {},
  "mini_program.secret_rotated": {},
  "mini_program.archived": {},
  "mini_program.credentials_checked": { errcode: 40_125 },
  "mini_program.token_source_chosen": {
    tokenServerUrl: "https://tokens.example.com",
    hasNewSecret: true,
  },
  "mini_program.authorized": { platform: "开放平台", permissionSets: [1, 2] },
  "mini_program.authorization_withdrawn": { platform: "开放平台" },
  "mini_program.pauses_lifted": { errcodes: [45_009] },
  "mini_program.signing_key_rotated": {},
  "mini_program.signing_key_removed": {},
  "platform.registered": { componentAppId: "wxcomponent" },
  "platform.updated": { replacedSecrets: ["secret"] },
  "quota.drift_booked": { amount: 12, numUsed: 120, reason: "核对" },
  "quota.adjusted": { amount: -3, reason: "核对" },
  "quota.limit_changed": { reason: "扩容" },
  "quota.settings_changed": {},
  "quota.budget_set": { holder: "春节", holderKind: "campaign" },
  "quota.budget_removed": { holder: "春节", holderKind: "campaign" },
  "campaign.created": {},
  "campaign.renamed": {},
  "campaign.fields_set": { fieldCount: 3 },
  "scenes.repointed": {
    sceneCount: 32,
    leftOutCount: 2,
    filter: {},
    effectiveFrom: AT,
    reason: "春节换页",
  },
  "scene.changed": { version: 2, effectiveFrom: AT, reason: "搬家" },
  "scene.returned": { version: 3, returnsTo: 1, reason: "退回" },
  "scene.change_cancelled": { version: 3, effectiveFrom: AT },
  "scene.retired": { why: "misprint", reason: "少一行字" },
  "scene.restored": {},
  "scene.tested": { startedBy: "周敏", sceneValue: 1_047 },
  "code.requested": {
    kind: "WXACODE_UNLIMITED",
    target: "pages/index",
    scene: "s1",
    envVersion: "trial",
    reason: "试",
  },
  "code.repeated": { attempt: 2 },
  "code.minted": { sha256: "0".repeat(64), numUsed: 12 },
  "code.refused": { why: "dns", errcode: null },
  "code.outcome_unknown": { why: "timeout", errcode: -1 },
  "code.settled_by_hand": { wasCounted: false, reason: "后台查过" },
  "approval.requested": { limitedCount: 500 },
  "approval.approved": { comment: "好", requestedBy: "周敏" },
  "approval.declined": { comment: "太多", requestedBy: "周敏" },
  "batch.planned": {
    kind: "WXACODE",
    rowCount: 13,
    codeCount: 12,
    skippedCount: 1,
    limitedCount: 12,
    reason: "门店",
  },
  "batch.paused": { why: "wechat", errcode: 45_009 },
  "batch.resumed": { codeCount: 1 },
  "batch.retried": { codeCount: 4 },
  "batch.row_edited": { batch: "门店", row: 7 },
  "batch.cancelled": { codeCount: 5 },
  "batch.codes_minted": { codeCount: 20, digest: "0", codeIds: [], numUsed: 90 },
  "batch.finished": { mintedCount: 10, refusedCount: 1, unknownCount: 1 },
  "batch_template.saved": { kind: "WXACODE", columns: ["label"] },
  "batch_template.removed": {},
  "pack.ordered": { form: "posters", codeCount: 12, leftOut: {}, selection: "batch" },
  "pack.ready": { sha256: "0", byteSize: 5, problemCount: 2 },
  "pack.failed": { why: "storageFull" },
  "pack.cancelled": { doneCount: 3 },
  "pack.taken": { codeCount: 12 },
  "pack.link_made": { link: "印厂", expiresAt: AT, takesMax: 3, hasPassword: true },
  "pack.link_revoked": { link: "印厂" },
  "pack.link_opened": { link: "印厂", at: AT },
  "pack.link_password_wrong": { link: "印厂", at: AT },
  "pack.link_taken": { link: "印厂", at: AT },
  "pack_template.saved": { kind: "frame", version: 2 },
  "pack_template.archived": { kind: "frame" },
  "code.edited": {},
  "codes.edited": { codeCount: 4, codeIds: [] },
};

const CHANGES: { [Action in AuditAction]?: Record<string, { from: unknown; to: unknown }> } = {
  "user.role_changed": { role: { from: "operator", to: "admin" } },
  "user.profile_changed": { name: { from: "林", to: "林悦" }, theme: { from: null, to: "dark" } },
  "desk.second_factor_required": { secondFactor: { from: "off", to: "admins" } },
  "webhook.updated": { url: { from: "https://a.example.com/", to: "https://b.example.com/" } },
  "mini_program.updated": { name: { from: "a", to: "b" } },
  "mini_program.token_source_chosen": { tokenSource: { from: "stable", to: "token_server" } },
  "quota.adjusted": { spent: { from: 1_203, to: 1_200 } },
  "quota.limit_changed": { lifetimeLimit: { from: 100_000, to: 200_000 } },
  "quota.settings_changed": { dailyLimit: { from: 1, to: 2 } },
  "quota.budget_set": { share: { from: null, to: 5_000 } },
  "quota.budget_removed": { share: { from: 5_000, to: null } },
  "scenes.repointed": { page: { from: null, to: "pages/spring/index" } },
  "scene.changed": { page: { from: "", to: "pages/spring/index" } },
  "scene.returned": { payload: { from: null, to: { city: "海口" } } },
  "batch.row_edited": { label: { from: "a", to: "b" } },
  "code.edited": {
    tags: { from: [], to: ["门店", "华东"] },
    label: { from: "旧", to: "新" },
    a: { from: 1, to: 2 },
    b: { from: 1, to: 2 },
  },
  "campaign.renamed": { name: { from: "夏季", to: "冬季" } },
  "codes.edited": { campaign: { from: null, to: "春节" } },
};

const ACTIONS = Object.keys(AUDIT_ACTIONS) as AuditAction[];
let messages: Record<Locale, Record<string, object>>;

beforeAll(async () => {
  messages = { "zh-CN": await loadMessages("zh-CN"), en: await loadMessages("en") };
});

function textAt(locale: Locale, key: string): unknown {
  let found: unknown = messages[locale];
  for (const name of key.split(".")) {
    found = typeof found === "object" && found !== null ? Reflect.get(found, name) : undefined;
  }
  return found;
}

/** As where there is no browser: plain placeholders, and a missing sentence is a fault. */
function plainWords(locale: Locale): EntryWords {
  return (key, values = {}) => {
    const found = textAt(locale, key);
    if (typeof found !== "string") throw new Error(`There are no words for ${key}.`);
    return found.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  };
}

/** As on the screen. */
function screenWords(locale: Locale): EntryWords {
  return createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error;
    },
  }) as EntryWords;
}

const placeholdersOf = (text: unknown) =>
  [...String(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

const entryOf = (action: AuditAction) => ({
  action,
  actorKind: "user",
  actorName: "林悦",
  targetLabel: "山茶",
  details: DETAILS[action] as Record<string, unknown>,
  changes: CHANGES[action] ?? {},
});

describe.each(LOCALES)("in %s", (locale) => {
  it.each(ACTIONS)("%s is a whole sentence, on the screen as without one", (action) => {
    const sentence = entrySentence(plainWords(locale), entryOf(action));
    expect(sentence).toMatch(/^林悦 \S/);
    expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    expect(entrySentence(screenWords(locale), entryOf(action))).toBe(sentence);
  });

  it.each(ACTIONS)("%s is still a sentence when all but the action is kept back", (action) => {
    const sentence = entrySentence(plainWords(locale), { action });
    expect(sentence).not.toMatch(/[{}]|undefined|null|NaN/);
    expect(sentence).toMatch(locale === "en" ? /^Somebody \w/ : /^有人 \S/);
  });

  it.each(ACTIONS)("%s tells everything its sentence is there for", (action) => {
    const sentence = entrySentence(plainWords(locale), entryOf(action));
    const { forms } = SENTENCES[action];
    for (const { name, details = [], changed = [] } of forms) {
      const told = [...details, ...changed.flatMap((field) => [`${field}From`, `${field}To`])];
      const placeholders = placeholdersOf(textAt(locale, `audit.acts.${name}`));
      expect(placeholders.filter((each) => each !== "target").toSorted()).toEqual(told.toSorted());
    }
    const withNothing = entrySentence(plainWords(locale), {
      ...entryOf(action),
      details: undefined,
      changes: undefined,
    });
    if (forms.length > 0) expect(sentence).not.toBe(withNothing);
  });

  it("has words for every field, value and count that the sentences know", () => {
    const keys = [
      ...FIELD_NAMES.map((name) => `fieldNames.${name}`),
      ...COUNTED_VALUES.flatMap((name) => [`amounts.${name}.one`, `amounts.${name}.other`]),
      ...Object.entries(WORDED_VALUES).flatMap(([name, values]) =>
        values.map((value) => `values.${name}.${value}`),
      ),
    ];
    const missing = keys.filter((key) => typeof textAt(locale, `audit.${key}`) !== "string");
    expect(missing).toEqual([]);
    expect(Object.keys(textAt(locale, "audit.fieldNames") as object).toSorted()).toEqual(
      FIELD_NAMES.toSorted(),
    );
  });
});

test("a change of many scenes tells how many, from where, to where, since when and why", () => {
  const entry = {
    ...entryOf("scenes.repointed"),
    changes: { page: { from: "pages/old", to: "pages/spring/index" } },
  };
  expect(entrySentence(plainWords("zh-CN"), entry)).toBe(
    "林悦 把「山茶」的 32 个场景指向 pages/spring/index（原来是 pages/old），跳过 2 个，2026-11-22 10:05 起生效，理由：春节换页",
  );
  expect(entrySentence(plainWords("en"), entryOf("scenes.repointed"))).toContain(
    "pointed 32 scenes of “山茶” to pages/spring/index (before: several pages)",
  );
});

test("an act of a job or a guest says so", () => {
  const words = plainWords("en");
  const job = { action: "pack.ready", actorKind: "job", actorName: "packs.prepare" };
  expect(entrySentence(words, job)).toMatch(/^System job · packs.prepare finished/);
  const guest = { ...entryOf("pack.link_opened"), actorKind: "anonymous", actorName: "印厂" };
  expect(entrySentence(words, guest)).toBe("A visitor opened the link “印厂” to the pack “山茶”");
});

test("more changes than a sentence holds are counted", () => {
  expect(entrySentence(plainWords("en"), entryOf("code.edited"))).toBe(
    "林悦 edited the code “山茶”, Tags none → 门店, 华东, Label 旧 → 新, a 1 → 2, and 1 more",
  );
});

test("an action of a later version is named as it is", () => {
  expect(entrySentence(plainWords("en"), { action: "moon.landed", actorName: "林悦" })).toBe(
    "林悦 moon.landed",
  );
});
