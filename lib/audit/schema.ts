import { z } from "zod";

export const ListEntriesInput = z.object({
  action: z.string().max(64).optional(),
  actorId: z.uuid().optional(),
  targetKind: z.string().max(32).optional(),
  targetId: z.string().max(64).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListEntriesInput = z.input<typeof ListEntriesInput>;

/** A log entry as the screens show it. */
export interface AuditEntryRow {
  seq: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  targetKind: string;
  targetId: string | null;
  targetLabel: string;
  changes: Record<string, { from: unknown; to: unknown }>;
  details: Record<string, unknown>;
  address: string | null;
  requestId: string;
  hash: string;
}
