import { isFieldName } from "@/lib/audit/field-names";
import { recordedValue, WORDED_VALUES } from "@/lib/audit/recorded-value";
import { SENTENCES } from "@/lib/audit/sentence-forms";
import type { ActionSentence, SentenceForm } from "@/lib/audit/sentence-forms";

/** A sentence of the message files by its whole key, as `audit.actions.code_minted`, with its placeholders filled. */
export type EntryWords = (
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** What of an entry is known; the rest is kept back. */
export interface SentenceEntry {
  action: string;
  actorKind?: string;
  actorName?: string;
  targetLabel?: string;
  changes?: Readonly<Record<string, { from: unknown; to: unknown }>>;
  details?: Readonly<Record<string, unknown>>;
}

const MOST_CHANGES = 3;

/** What was done, as it stands after a name: the action's sentence, then whatever else it recorded. */
export function entryAct(words: EntryWords, entry: SentenceEntry): string {
  const { action } = entry;
  // Of a later version of this program.
  if (!isKnown(action)) return action;
  const sentence: ActionSentence = SENTENCES[action];
  const form = sentence.forms.find((form) => canSay(form, entry));
  const key = form ? `audit.acts.${form.name}` : `audit.actions.${action.replaceAll(".", "_")}`;
  const head = words(key, { target: targetText(words, entry), ...valuesOf(words, form, entry) });
  const clauses = [
    ...(sentence.withChanges ? changeClauses(words, form, entry) : []),
    ...sentence.adds.flatMap((name) => clauseOf(words, name, entry)),
  ];
  return clauses.reduce((act, clause) => words("audit.withClause", { act, clause }), head);
}

function isKnown(action: string): action is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, action);
}

function canSay({ details = [], changed = [] }: SentenceForm, entry: SentenceEntry): boolean {
  return (
    details.every((name) => entry.details?.[name] !== undefined) &&
    changed.every((name) => entry.changes?.[name] !== undefined)
  );
}

function targetText(words: EntryWords, { targetLabel }: SentenceEntry): string {
  return targetLabel === undefined
    ? words("audit.keptBack")
    : words("audit.quoted", { text: targetLabel });
}

function valuesOf(
  words: EntryWords,
  form: SentenceForm | undefined,
  { details, changes }: SentenceEntry,
): Record<string, string> {
  const told = (form?.details ?? []).map((name) => [
    name,
    recordedValue(words, name, details?.[name]),
  ]);
  const changed = (form?.changed ?? []).flatMap((name) => [
    [`${name}From`, recordedValue(words, name, changes?.[name]?.from)],
    [`${name}To`, recordedValue(words, name, changes?.[name]?.to)],
  ]);
  return Object.fromEntries([...told, ...changed]) as Record<string, string>;
}

function clauseOf(words: EntryWords, name: string, entry: SentenceEntry): string[] {
  const value = entry.details?.[name];
  if (!isWorthSaying(name, value) || value === entry.targetLabel) return [];
  return [words(`audit.clauses.${name}`, { value: recordedValue(words, name, value) })];
}

/** Nothing is said of what is empty, none, not so or as always. */
function isWorthSaying(name: string, value: unknown): boolean {
  if (name === "envVersion") return value !== "release";
  // Causes that are keys of this program are no words.
  if (name === "why") return WORDED_VALUES.why?.includes(String(value)) ?? false;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function changeClauses(
  words: EntryWords,
  form: SentenceForm | undefined,
  { changes = {} }: SentenceEntry,
): string[] {
  const others = Object.entries(changes).filter(([name]) => !form?.changed?.includes(name));
  const told = others.slice(0, MOST_CHANGES).map(([name, { from, to }]) =>
    words("audit.change", {
      field: isFieldName(name) ? words(`audit.fieldNames.${name}`) : name,
      from: recordedValue(words, name, from),
      to: recordedValue(words, name, to),
    }),
  );
  const moreCount = others.length - told.length;
  return moreCount > 0 ? [...told, words("audit.moreChanges", { count: moreCount })] : told;
}
