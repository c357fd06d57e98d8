import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { SceneFilters } from "@/lib/scenes/schema";

export const SCENE_STATES = ["live", "ahead", "retired"] as const;
export const TESTED = ["yes", "no"] as const;

/** What of the scenes list stands in the address. */
export const SCENE_LIST_PARAMS = {
  search: parseAsString,
  state: parseAsStringLiteral(SCENE_STATES),
  campaignId: parseAsString,
  tested: parseAsStringLiteral(TESTED),
  cursor: parseAsString,
};

export const loadSceneListParams = createLoader(SCENE_LIST_PARAMS);
export type SceneListParams = Awaited<ReturnType<typeof loadSceneListParams>>;

/** Nothing narrowed, back at the newest. */
export const NO_SCENE_FILTERS = {
  search: null,
  state: null,
  campaignId: null,
  tested: null,
  cursor: null,
} as const;

/** The filters of an address; what was mistyped there is left out rather than refused. */
export function sceneFiltersOf(params: SceneListParams, miniProgramId: string): SceneFilters {
  const { search, state, campaignId, tested } = params;
  const { shape } = SceneFilters;
  return {
    miniProgramId,
    state: state ?? undefined,
    tested: tested ?? undefined,
    search: shape.search.safeParse(search ?? undefined).data,
    campaignId: shape.campaignId.safeParse(campaignId ?? undefined).data,
  };
}

/** Whether anything but all of them is asked for. */
export function isNarrowed({ search, state, campaignId, tested }: SceneListParams): boolean {
  return Boolean(search) || state !== null || campaignId !== null || tested !== null;
}
