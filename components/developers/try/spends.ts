import type { Operation } from "@/components/developers/reference/reference";

const MINTING = ["codes:mint", "batches:write"];
/** They plan, look, label or stop, and mint nothing. */
const NEVER = ["createBatch", "preflightBatch", "pauseBatch", "cancelBatch", "updateCode"];

/** Whether a call may use some of the 100,000: everything that mints, but for what surely does not. */
export function spends({ id, method, scopes }: Operation): boolean {
  return method !== "get" && scopes.some((scope) => MINTING.includes(scope)) && !NEVER.includes(id);
}
