import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { ACTION_KINDS } from "@/lib/audit/action-kinds";
import { AuditFilters } from "@/lib/audit/schema";

/** What of the log stands in the address: it can be bookmarked, shared and gone back to. */
export const AUDIT_PARAMS = {
  search: parseAsString,
  kind: parseAsStringLiteral(ACTION_KINDS),
  action: parseAsString,
  person: parseAsString,
  /** Of an object, as `code:id`. */
  target: parseAsString,
  campaign: parseAsString,
  miniProgram: parseAsString,
  from: parseAsString,
  to: parseAsString,
  hour: parseAsInteger,
  cursor: parseAsString,
  /** The number of one entry, which is shown opened. */
  entry: parseAsString,
};

export const loadAuditParams = createLoader(AUDIT_PARAMS);
export type AuditParams = Awaited<ReturnType<typeof loadAuditParams>>;

/** The ones that narrow the log and have a chip, in the order of their chips. */
export const AUDIT_CHIPS = [
  "entry",
  "target",
  "kind",
  "action",
  "person",
  "campaign",
  "miniProgram",
  "from",
  "to",
  "hour",
] as const;
export type AuditChip = (typeof AUDIT_CHIPS)[number];

export const EXPORT_FORMATS = ["csv", "xlsx", "checking"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const serialize = createSerializer(AUDIT_PARAMS);

/** The filters of an address; what was mistyped there is left out rather than refused. */
export function filtersOf(params: AuditParams): AuditFilters {
  const [targetKind, targetId] = params.target?.split(":") ?? [];
  const written = Object.entries({
    search: params.search,
    kind: params.kind,
    action: params.action,
    actorId: params.person,
    ...(targetKind && targetId ? { targetKind, targetId } : {}),
    campaignId: params.campaign,
    miniProgramId: params.miniProgram,
    from: params.from,
    to: params.to,
    hour: params.hour,
  });
  const fitting = written.filter(
    ([name, value]) => value !== null && AuditFilters.safeParse({ [name]: value }).success,
  );
  return AuditFilters.parse(Object.fromEntries(fitting));
}

/** Whether anything narrows the list; a single opened entry does not. */
export function isNarrowed({ cursor: _cursor, entry: _entry, ...filters }: AuditParams): boolean {
  return Object.values(filters).some((value) => value !== null && value !== "");
}

/** Where the file of the same entries is. */
export function exportAddress(params: AuditParams, format: ExportFormat): string {
  const base = `/api/audit/export?format=${format}`;
  return serialize(base, { ...params, cursor: null, entry: null });
}

/** The address of one entry. */
export function entryAddress(seq: string): string {
  return `/audit?entry=${seq}`;
}
