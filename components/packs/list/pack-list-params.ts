import { parseAsString } from "nuqs/server";

/** What of the packs list stands in the address. */
export const PACK_LIST_PARAMS = { cursor: parseAsString };
