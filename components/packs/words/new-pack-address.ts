import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CODE_LIST_PARAMS, filtersOf } from "@/components/codes/list/code-list-params";
import type { CodeListParams } from "@/components/codes/list/code-list-params";
import { PackSelection } from "@/lib/packs/schema";

/** What a new pack is made of, in its address: it can be reloaded, bookmarked and sent to a colleague. */
export const NEW_PACK_PARAMS = {
  ...CODE_LIST_PARAMS,
  /** Named so because `from` is a filter's first day. `pack`: the same again. */
  of: parseAsStringLiteral(["codes", "filter", "batch", "campaign", "pack"] as const),
  id: parseAsString,
  /** Ticked codes, at most a page of the list: short enough for an address. */
  ids: parseAsString,
  miniProgramId: parseAsString,
};

export const loadNewPackParams = createLoader(NEW_PACK_PARAMS);
export type NewPackParams = Awaited<ReturnType<typeof loadNewPackParams>>;

const serialize = createSerializer(NEW_PACK_PARAMS);
const FORM = "/packs/new";
const BETWEEN_IDS = ".";

export function addressOfTicked(codeIds: readonly string[]): string {
  return serialize(FORM, { of: "codes", ids: codeIds.join(BETWEEN_IDS) });
}

/** All codes of the list as it is narrowed now. */
export function addressOfFiltered(
  params: CodeListParams,
  miniProgramId: string | undefined,
): string {
  return serialize(FORM, { ...params, of: "filter", miniProgramId, cursor: null, view: null });
}

export function addressOfAll(of: "batch" | "campaign" | "pack", id: string): string {
  return serialize(FORM, { of, id });
}

/** What an address chooses; null when it chooses nothing, or something mistyped. */
export function selectionOf(params: NewPackParams): PackSelection | null {
  return PackSelection.safeParse(written(params)).data ?? null;
}

function written(params: NewPackParams): unknown {
  const { of, id, ids, miniProgramId } = params;
  switch (of) {
    case "codes":
      return { kind: of, codeIds: ids?.split(BETWEEN_IDS) ?? [] };
    case "filter":
      return {
        kind: of,
        filters: { ...filtersOf(params), miniProgramId: miniProgramId ?? undefined },
      };
    case "batch":
      return { kind: of, batchId: id };
    case "campaign":
      return { kind: of, campaignId: id };
    default:
      return null;
  }
}
