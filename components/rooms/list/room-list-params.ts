import { parseAsString } from "nuqs/server";

/** What of the list of log rooms stands in the address. */
export const ROOM_LIST_PARAMS = { cursor: parseAsString };
