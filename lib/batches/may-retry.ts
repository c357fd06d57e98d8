import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import type { CodeKind } from "@/lib/codes/schema";
import { findErrcode } from "@/lib/wechat/errcodes/find-errcode";

export interface FailureCause {
  status: "refused" | "unknown";
  failureErrcode: number | null;
  failureWhy: string | null;
}

/** The page may have been published since, which no row has to be changed for. */
const PAGE_MISSING = 41_030;
/** Nothing but other parameters, or another decision, would help. */
const FINAL_WHYS = ["not_sent:invalid_request", "not_sent:declined"];

/** Whether asking again with the very same parameters can end otherwise. */
export function mayRetry(cause: FailureCause, kind: CodeKind): boolean {
  const { status, failureErrcode, failureWhy } = cause;
  if (status === "unknown") return true;
  if (failureErrcode === null) return failureWhy !== null && !FINAL_WHYS.includes(failureWhy);
  if (failureErrcode === PAGE_MISSING) return true;
  return findErrcode(failureErrcode, ENDPOINT_OF_KIND[kind]).class !== "never";
}
