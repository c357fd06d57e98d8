import type { EntryPart } from "@/lib/audit/entry-fields";
import { fieldKinds } from "@/lib/rooms/field-kinds";
import type { FieldKind } from "@/lib/rooms/field-kinds";
import { HIDDEN, redactText } from "@/lib/rooms/redact-text";
import type { Redaction } from "@/lib/rooms/schema";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

/** In place of free text. */
export const BLACKENED = "■■■";

/** What a room shows of an entry's fields, and how. */
export interface ShowRule {
  fields: readonly EntryPart[];
  redactions: readonly Redaction[];
}

export interface Keeper {
  /** A text without what is kept back of its entry. */
  text(text: string): string;
  /** A value of the details or changes under this name, the same way. */
  value(name: string, value: unknown): unknown;
}

/** What is kept back of an entry stands nowhere in what is shown of it, not even inside another field. */
export function keepBack(entry: StoredEntry, { fields, redactions }: ShowRule): Keeper {
  const secrets = secretsOf(entry, fields);
  const redacted = (shown: string) => redactText(shown, redactions);
  const text = (shown: string) => redacted(secrets.reduce(without, shown));
  const standIn = (kinds: readonly FieldKind[]): string | null => {
    if (kinds.includes("text") && redactions.includes("texts")) return BLACKENED;
    const isHidden = (["person", "object"] as const).some(
      (part) => kinds.includes(part) && !fields.includes(part),
    );
    return isHidden ? HIDDEN : null;
  };
  return {
    text,
    value(name, value) {
      const kinds = fieldKinds(name);
      const instead = standIn(kinds);
      if (instead !== null) return isSaid(value) ? instead : value;
      // A word of the program's own tells of nobody, even where somebody is called the same.
      return mapTexts(value, kinds.includes("closed") ? redacted : text);
    },
  };
}

/** The stored texts of what the room does not show. */
function secretsOf(entry: StoredEntry, fields: readonly EntryPart[]): string[] {
  const hidden: Readonly<Partial<Record<EntryPart, readonly (string | null)[]>>> = {
    person: [entry.actorName, entry.actorId],
    object: [entry.targetLabel, entry.targetId, entry.miniProgramId, entry.campaignId],
    address: [entry.address],
    request: [entry.requestId],
  };
  return Object.entries(hidden)
    .filter(([part]) => !fields.includes(part as EntryPart))
    .flatMap(([, texts]) => texts.flatMap((text) => text || []))
    .toSorted((one, other) => other.length - one.length);
}

/** A single letter is a name only when it stands alone. */
function without(text: string, secret: string): string {
  if (text === secret) return HIDDEN;
  return secret.length < 2 ? text : text.replaceAll(secret, HIDDEN);
}

/** Numbers, and nothing at all, tell of nobody. */
function isSaid(value: unknown): boolean {
  return (
    (typeof value === "string" && value !== "") || (typeof value === "object" && value !== null)
  );
}

function mapTexts(value: unknown, text: (shown: string) => string): unknown {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((member) => mapTexts(member, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [text(name), mapTexts(member, text)]),
  );
}
