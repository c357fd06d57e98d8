import type { ChainedFields } from "@/lib/audit/chain-hash";
import { hasFieldKind } from "@/lib/rooms/field-kinds";
import { BLACKENED, keepBack } from "@/lib/rooms/keep-back";
import type { Keeper, ShowRule } from "@/lib/rooms/keep-back";
import { HIDDEN, redactAddress } from "@/lib/rooms/redact-text";
import type { RoomEntry } from "@/lib/rooms/schema";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

/** What is shown of an entry. A field that is kept back is not there at all. */
export type ShownFields = Pick<ChainedFields, "seq" | "at" | "action"> &
  Partial<Omit<ChainedFields, "changes" | "details">> &
  Pick<RoomEntry, "changes" | "details">;

/** Objects that are people, and go with them. */
const PEOPLE = ["user", "account_link"];
/** Objects whose names are no free text: everybody knows them. */
const WELL_KNOWN = [...PEOPLE, "mini_program", "campaign", "platform", "scene", "desk"];
const UNNAMED = "—";

/** The fields of an entry that a room shows, blackened as it says. */
export function shownFields(entry: StoredEntry, rule: ShowRule): ShownFields {
  const keep = keepBack(entry, rule);
  const { fields } = rule;
  return {
    seq: entry.seq,
    at: entry.at.toISOString(),
    action: entry.action,
    ...(fields.includes("person") && personOf(entry, rule, keep)),
    ...(fields.includes("object") && objectOf(entry, rule, keep)),
    ...(fields.includes("changes") && { changes: changesOf(entry.changes, keep) }),
    ...(fields.includes("details") && { details: valuesOf(entry.details, keep) }),
    ...(fields.includes("address") && { address: addressOf(entry, rule) }),
    ...(fields.includes("request") && { requestId: entry.requestId }),
  };
}

/** Somebody without an account has the name people gave the link or room they came by. */
function personOf(entry: StoredEntry, { redactions }: ShowRule, keep: Keeper) {
  const { actorKind, actorId, actorName } = entry;
  const isTyped = actorKind === "anonymous" && actorName !== UNNAMED;
  const isBlack = isTyped && redactions.includes("texts");
  return { actorKind, actorId, actorName: isBlack ? BLACKENED : keep.text(actorName) };
}

function objectOf(entry: StoredEntry, { fields, redactions }: ShowRule, keep: Keeper) {
  const { targetKind, targetId, targetLabel, miniProgramId, campaignId } = entry;
  if (PEOPLE.includes(targetKind) && !fields.includes("person")) {
    return { targetKind, targetLabel: HIDDEN };
  }
  const isBlack = redactions.includes("texts") && !WELL_KNOWN.includes(targetKind);
  return {
    targetKind,
    targetId,
    targetLabel: isBlack && targetLabel !== "" ? BLACKENED : keep.text(targetLabel),
    miniProgramId,
    campaignId,
  };
}

function addressOf({ address }: StoredEntry, { redactions }: ShowRule): string | null {
  return address !== null && redactions.includes("addresses") ? redactAddress(address) : address;
}

function valuesOf(values: unknown, keep: Keeper): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      nameOf(name, keep),
      keep.value(name, value),
    ]),
  );
}

function changesOf(changes: unknown, keep: Keeper): RoomEntry["changes"] {
  const all = Object.entries((changes ?? {}) as Record<string, { from: unknown; to: unknown }>);
  return Object.fromEntries(
    all.map(([name, { from, to }]) => [
      nameOf(name, keep),
      { from: keep.value(name, from), to: keep.value(name, to) },
    ]),
  );
}

/** Those the program gave itself tell of nobody. */
function nameOf(name: string, keep: Keeper): string {
  return hasFieldKind(name) ? name : keep.text(name);
}
