import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { BatchStatus } from "@/lib/batches/schema";

/** What of the batches list stands in the address. */
export const BATCH_LIST_PARAMS = {
  status: parseAsStringLiteral(BatchStatus.options),
  cursor: parseAsString,
};
