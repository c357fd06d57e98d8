import { describeFailure } from "@/lib/wechat-state/describe-failure";
import type { RecordedFailure } from "@/lib/wechat-state/describe-failure";
import type { CallFailure } from "@/lib/wechat-state/schema";
import { findRid } from "@/lib/wechat/parse-errmsg";

const SEPARATOR = "|";

/** A failed check as its row keeps it, beside the errcode. */
export function writeCheckFailure({ why, message }: RecordedFailure): string {
  return `${why}${SEPARATOR}${message}`;
}

/** The words for what the row keeps; null when the last check was good or there was none. */
export function readCheckFailure(
  errcode: number | null,
  written: string | null,
): CallFailure | null {
  if (written === null) return null;
  const [why = "", ...rest] = written.split(SEPARATOR);
  const message = rest.join(SEPARATOR);
  return describeFailure({ errcode, why, message, rid: findRid(message), quotaUsed: "no" });
}
