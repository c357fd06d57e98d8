import { PERMISSIONS } from "@/lib/access/roles";
import { beijingMinute } from "@/lib/audit/beijing-time";
import { canonicalJson } from "@/lib/audit/canonical-json";
import type { EntryWords } from "@/lib/audit/entry-act";
import { ROLES } from "@/lib/core/context";

const LONGEST = 80;

/** Values that have words of their own: `audit.values.<name>.<value>`. */
export const WORDED_VALUES: Readonly<Record<string, readonly string[]>> = {
  role: ROLES,
  by: ["invite", "oidc"],
  permission: PERMISSIONS,
  kind: ["WXACODE_UNLIMITED", "WXACODE", "WXA_QRCODE", "frame", "poster"],
  envVersion: ["release", "trial", "develop"],
  form: ["pictures", "framed", "posters", "labels", "spreadsheet"],
  format: ["csv", "xlsx", "checking"],
  secondFactor: ["off", "admins", "everyone"],
  tokenSource: ["stable", "classic", "token_server", "platform"],
  theme: ["system", "light", "dark"],
  locale: ["zh-CN", "en"],
  why: [
    // Of a retired scene.
    "misprint",
    "moved",
    "lost",
    "wrong_page",
    "ended",
    "other",
    // Of a batch that waits.
    "person",
    "pilot",
    "wechat",
    "storage",
    "archived",
    "not_allowed",
    // Of a webhook.
    "gone",
    "failing",
    // Of a call.
    "dns",
    "refused",
    "tls",
    "connect",
    "timeout",
    "aborted",
    "reset",
    "truncated",
    "too_large",
    "empty",
    "html",
    "http_3xx",
    "http_4xx",
    "http_5xx",
    "not_a_picture",
    "not_as_documented",
  ],
};

/** Counts with their unit: `audit.amounts.<name>.one` and `.other`. */
export const COUNTED_VALUES = [
  "codeCount",
  "rowCount",
  "sceneCount",
  "fieldCount",
  "endedSessionCount",
  "resealedCount",
  "entryCount",
] as const;

/** Lists of values that have words under another name. */
const MEMBERS: Readonly<Record<string, string>> = { scopes: "permission" };

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** A recorded value in the words of a sentence. */
export function recordedValue(
  words: EntryWords,
  name: string,
  value: unknown,
  longest = LONGEST,
): string {
  // The page a mini program opens with has no path; of many scenes there is no one page they came from.
  if (name === "page" && value === "") return words("audit.values.homePage");
  if (name === "page" && value === null) return words("audit.values.severalPages");
  if (name === "errcode") {
    return typeof value === "number"
      ? words("audit.values.errcode", { code: String(value) })
      : words("audit.values.noErrcode");
  }
  if (value === null || value === undefined || value === "") return words("audit.values.none");
  if (typeof value === "boolean") return booleanText(words, name, value);
  if (typeof value === "number") return numberText(words, name, value);
  if (typeof value === "string") return stringText(words, name, value, longest);
  if (Array.isArray(value)) return listText(words, name, value, longest);
  if (typeof value === "object") return clipped(membersText(words, value), longest);
  return clipped(canonicalJson(value), longest);
}

function booleanText(words: EntryWords, name: string, value: boolean): string {
  if (name === "wasCounted") return words(`audit.values.wasCounted.${String(value)}`);
  return words(value ? "audit.values.yes" : "audit.values.no");
}

function numberText(words: EntryWords, name: string, value: number): string {
  const count = new Intl.NumberFormat("en").format(value);
  const isCounted = COUNTED_VALUES.some((counted) => counted === name);
  return isCounted
    ? words(`audit.amounts.${name}.${value === 1 ? "one" : "other"}`, { count })
    : count;
}

function stringText(words: EntryWords, name: string, value: string, longest: number): string {
  if (WORDED_VALUES[name]?.includes(value)) return words(`audit.values.${name}.${value}`);
  return MOMENT.test(value) ? beijingMinute(new Date(value)) : clipped(value, longest);
}

function listText(
  words: EntryWords,
  name: string,
  values: readonly unknown[],
  longest: number,
): string {
  if (values.length === 0) return words("audit.values.none");
  const texts = values.map((value) => recordedValue(words, MEMBERS[name] ?? "", value));
  return clipped(texts.join(words("audit.listComma")), longest);
}

/** As in "city: 海口, table: 3"; what has parts of its own in JSON. */
function membersText(words: EntryWords, value: object): string {
  return Object.entries(value)
    .map(([key, member]: [string, unknown]) => {
      const hasParts = typeof member === "object" && member !== null;
      return `${key}: ${hasParts ? canonicalJson(member) : recordedValue(words, "", member)}`;
    })
    .join(words("audit.listComma"));
}

/** By whole characters, so that none is cut in two. */
function clipped(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : text;
}
