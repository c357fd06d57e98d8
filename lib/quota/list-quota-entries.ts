import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import type { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { addDays, startOfDay } from "@/lib/quota/beijing-day";
import { ListQuotaEntriesInput } from "@/lib/quota/schema";
import type { QuotaEntryFilters, QuotaEntryRow } from "@/lib/quota/schema";

const Position = z.tuple([z.string().regex(/^\d{1,18}$/)]);

const COLUMNS = {
  campaign: { select: { name: true } },
  chargedTo: { select: { name: true } },
} satisfies Prisma.QuotaEntryInclude;

type Found = Prisma.QuotaEntryGetPayload<{ include: typeof COLUMNS }>;

/** Lines of the ledger that meet the filters, newest first. Deep pages cost what the first does. */
export async function listQuotaEntries(
  ctx: Context,
  input: ListQuotaEntriesInput,
): Promise<Page<QuotaEntryRow>> {
  authorize(ctx, "quota:read");
  const { cursor, limit, ...filters } = ListQuotaEntriesInput.parse(input);
  const before = cursor === undefined ? undefined : BigInt(decodeCursor(cursor, Position)[0]);
  const found = await reader(ctx).quotaEntry.findMany({
    where: { ...whereOf(filters), seq: before === undefined ? undefined : { lt: before } },
    orderBy: { seq: "desc" },
    // One row more than asked for tells whether there is a next page.
    take: limit + 1,
    include: COLUMNS,
  });
  const entries = found.slice(0, limit);
  const labels = await labelsOf(ctx, entries);
  const rows = entries.map((entry) => toRow(entry, labels));
  const last = rows.at(-1);
  return { rows, next: last && found.length > limit ? encodeCursor([last.seq]) : null };
}

function whereOf({ kinds, from, to, ...equal }: QuotaEntryFilters): Prisma.QuotaEntryWhereInput {
  return {
    ...equal,
    kind: kinds && kinds.length > 0 ? { in: kinds } : undefined,
    createdAt: {
      gte: from === undefined ? undefined : startOfDay(from),
      lt: to === undefined ? undefined : startOfDay(addDays(to, 1)),
    },
  };
}

async function labelsOf(ctx: Context, entries: readonly Found[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.flatMap(({ codeId }) => codeId ?? []))];
  if (ids.length === 0) return new Map();
  const codes = await reader(ctx).code.findMany({
    where: { id: { in: ids } },
    select: { id: true, label: true },
  });
  return new Map(codes.map(({ id, label }) => [id, label]));
}

function toRow(entry: Found, labels: Map<string, string>): QuotaEntryRow {
  const { seq, createdAt, miniProgramId: _miniProgramId, campaign, chargedTo, ...rest } = entry;
  return {
    ...rest,
    seq: seq.toString(),
    at: createdAt,
    leftAfter: rest.limitAfter - rest.spentAfter - rest.reservedAfter,
    codeLabel: (rest.codeId && labels.get(rest.codeId)) ?? null,
    campaignName: campaign?.name ?? null,
    chargedToName: chargedTo?.name ?? null,
  };
}
