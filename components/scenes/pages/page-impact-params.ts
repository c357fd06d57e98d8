import { createLoader, parseAsString } from "nuqs/server";

export const PAGE_IMPACT_PARAMS = { search: parseAsString };

export const loadPageImpactParams = createLoader(PAGE_IMPACT_PARAMS);
