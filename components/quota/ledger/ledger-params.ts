import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { TableFormat } from "@/lib/core/table-format";
import { QuotaEntryFilters, QuotaEntryKind } from "@/lib/quota/schema";

/** What of the ledger stands in the address: it can be bookmarked, shared and gone back to. */
export const LEDGER_PARAMS = {
  kind: parseAsStringLiteral(QuotaEntryKind.options),
  person: parseAsString,
  campaign: parseAsString,
  from: parseAsString,
  to: parseAsString,
  cursor: parseAsString,
};

export const loadLedgerParams = createLoader(LEDGER_PARAMS);
export type LedgerParams = Awaited<ReturnType<typeof loadLedgerParams>>;

const serialize = createSerializer(LEDGER_PARAMS);

/** The filters of an address; what was mistyped there is left out rather than refused. */
export function filtersOf(params: LedgerParams): Omit<QuotaEntryFilters, "miniProgramId"> {
  const Fields = QuotaEntryFilters.omit({ miniProgramId: true });
  const written = Object.entries({
    kinds: params.kind && [params.kind],
    actorId: params.person,
    campaignId: params.campaign,
    from: params.from,
    to: params.to,
  });
  const fitting = written.filter(
    ([name, value]) => value !== null && Fields.safeParse({ [name]: value }).success,
  );
  return Fields.parse(Object.fromEntries(fitting));
}

export function isNarrowed({ cursor: _cursor, ...filters }: LedgerParams): boolean {
  return Object.values(filters).some((value) => value !== null);
}

/** Where the file of the same lines is. */
export function exportAddress(
  miniProgramId: string,
  params: LedgerParams,
  format: TableFormat,
): string {
  const base = `/api/quota/export?miniProgramId=${miniProgramId}&format=${format}`;
  return serialize(base, { ...params, cursor: null });
}
