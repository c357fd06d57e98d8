import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import { isLimited } from "@/lib/codes/code-parameters";
import type { Batch } from "@/lib/db/generated/client";
import { findErrcode } from "@/lib/wechat/errcodes/find-errcode";

/** WeChat, or who gives the tokens, could not be reached: nothing was sent, and nobody refused anything. */
export const UNREACHABLE = [
  "dns",
  "refused",
  "tls",
  "connect",
  "timeout",
  "token_server",
  "no_token",
].map((why) => `not_sent:${why}`);

/**
 * Whether what a batch is paused for ends without anybody's doing: `fault` when it is mended, `day` when the day
 * in Beijing is over. Null: a person decides.
 */
export function endsByItself({
  pauseWhy,
  pauseErrcode,
  pauseFailure,
  kind,
}: Pick<Batch, "pauseWhy" | "pauseErrcode" | "pauseFailure" | "kind">): "fault" | "day" | null {
  if (pauseWhy === "storage") return "fault";
  if (pauseWhy !== "wechat") return null;
  if (pauseErrcode === null) {
    if (pauseFailure === null) return null;
    // Asking again for a B code is free whatever became of the first time; a limited one may have been counted.
    const isFree = pauseFailure.startsWith("unknown:") && !isLimited(kind);
    return isFree || UNREACHABLE.includes(pauseFailure) ? "fault" : null;
  }
  // 45009 is a minute's limit of B, which stops no batch; when it did, it was the tokens' limit of a day.
  const { class: errorClass } = findErrcode(pauseErrcode, ENDPOINT_OF_KIND[kind]);
  return errorClass === "next_day" || errorClass === "next_minute" ? "day" : null;
}
