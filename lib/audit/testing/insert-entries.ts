import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import type { Runtime } from "@/lib/runtime";

export type InsertedEntry = Partial<Prisma.AuditEntryCreateManyInput>;

/** Entries with dummy hashes, put behind those that are there: for reading only, they do not verify. */
export async function insertEntries(
  { db }: Runtime,
  count: number,
  fields: (index: number) => InsertedEntry = () => ({}),
): Promise<bigint[]> {
  const last = await db.auditEntry.findFirst({ orderBy: { seq: "desc" } });
  const first = (last?.seq ?? 0n) + 1n;
  const data = Array.from({ length: count }, (_, index) => ({
    seq: first + BigInt(index),
    at: new Date(Date.UTC(2026, 10, 1) + index * 1_000),
    actorKind: "user",
    actorName: "林悦",
    action: "campaign.created",
    targetKind: "campaign",
    targetLabel: `活动 ${index}`,
    changes: {},
    details: {},
    requestId: randomUUID(),
    prevHash: "0".repeat(64),
    hash: "0".repeat(64),
    ...fields(index),
  }));
  await db.auditEntry.createMany({ data });
  return data.map(({ seq }) => BigInt(seq));
}
