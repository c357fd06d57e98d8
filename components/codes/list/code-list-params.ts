import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CodeFilters } from "@/lib/codes/list-schema";
import { EnvVersion, CodeKind, CodeStatus } from "@/lib/codes/schema";

export const CODE_LIST_VIEWS = ["table", "gallery"] as const;
export type CodeListView = (typeof CODE_LIST_VIEWS)[number];

/** What of the codes list stands in the address: it can be bookmarked, shared and gone back to. */
export const CODE_LIST_PARAMS = {
  search: parseAsString,
  campaignId: parseAsString,
  kind: parseAsStringLiteral(CodeKind.options),
  status: parseAsStringLiteral(CodeStatus.options),
  envVersion: parseAsStringLiteral([...EnvVersion.options, "any"] as const),
  tag: parseAsString,
  createdById: parseAsString,
  from: parseAsString,
  to: parseAsString,
  cursor: parseAsString,
  view: parseAsStringLiteral(CODE_LIST_VIEWS).withDefault("table"),
};

export const loadCodeListParams = createLoader(CODE_LIST_PARAMS);
export type CodeListParams = Awaited<ReturnType<typeof loadCodeListParams>>;

/** The ones that narrow the list, in the order of their chips. */
export const FILTER_NAMES = [
  "campaignId",
  "kind",
  "status",
  "envVersion",
  "tag",
  "createdById",
  "from",
  "to",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** Nothing narrowed, back at the newest. */
export const NO_FILTERS = {
  search: null,
  campaignId: null,
  kind: null,
  status: null,
  envVersion: null,
  tag: null,
  createdById: null,
  from: null,
  to: null,
  cursor: null,
} as const;

/** The filters of an address; what was mistyped there is left out rather than refused. */
export function filtersOf(params: CodeListParams): CodeFilters {
  const written = Object.entries({
    search: params.search,
    campaignId: params.campaignId,
    kind: params.kind,
    status: params.status,
    envVersion: params.envVersion,
    tag: params.tag,
    createdById: params.createdById,
    from: params.from,
    to: params.to,
  });
  const fitting = written.filter(
    ([name, value]) => value !== null && CodeFilters.safeParse({ [name]: value }).success,
  );
  return CodeFilters.parse(Object.fromEntries(fitting));
}

/** Whether anything but the default is asked for. */
export function isNarrowed(params: CodeListParams): boolean {
  return Boolean(params.search) || FILTER_NAMES.some((name) => params[name] !== null);
}
