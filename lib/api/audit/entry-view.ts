import { z } from "zod";
import { Id, Moment } from "@/lib/api/schema";
import type { EntryWords } from "@/lib/audit/entry-act";
import { entrySentence } from "@/lib/audit/entry-sentence";
import type { AuditEntryRow } from "@/lib/audit/schema";

/** An entry of the log as programs see it. */
export const AuditEntry = z
  .object({
    seq: z.int().min(1),
    at: Moment,
    actor: z.object({
      kind: z.string().describe("`user`, `job` or `anonymous`; more may come."),
      id: Id.nullable(),
      name: z.string(),
    }),
    action: z.string().describe("As `code.minted`; more may come."),
    target: z.object({
      kind: z.string(),
      id: z.string().nullable(),
      label: z.string(),
    }),
    changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
    details: z.record(z.string(), z.unknown()),
    sentence: z.string().describe("Who did what, in the language of Accept-Language."),
    miniProgramId: Id.nullable(),
    campaignId: Id.nullable(),
    address: z.string().nullable(),
    requestId: z.string(),
    hash: z.string(),
    prevHash: z.string().describe("Hash of the entry before it."),
  })
  .meta({ id: "AuditEntry" });

export function entryView(entry: AuditEntryRow, words: EntryWords): z.input<typeof AuditEntry> {
  const { seq, at, action, changes, details, miniProgramId, campaignId } = entry;
  return {
    seq: Number(seq),
    at: at.toISOString(),
    actor: { kind: entry.actorKind, id: entry.actorId, name: entry.actorName },
    action,
    target: { kind: entry.targetKind, id: entry.targetId, label: entry.targetLabel },
    changes,
    details,
    sentence: entrySentence(words, entry),
    miniProgramId,
    campaignId,
    address: entry.address,
    requestId: entry.requestId,
    hash: entry.hash,
    prevHash: entry.prevHash,
  };
}
