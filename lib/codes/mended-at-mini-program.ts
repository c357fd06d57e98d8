import { THIRD_PARTY_ERRCODES } from "@/lib/wechat/errcodes/third-party";
import { TOKEN_ERRCODES } from "@/lib/wechat/errcodes/token";
import type { CallFailure } from "@/lib/wechat-state/schema";

const WHYS = ["paused", "no_ticket", "withdrawn", "token_server"].map((why) => `not_sent:${why}`);
const ERRCODES = new Set([...TOKEN_ERRCODES, ...THIRD_PARTY_ERRCODES].map(({ code }) => code));

/** Whether a failure lies in how the mini program is connected, and not in the code that was asked for. */
export function isMendedAtMiniProgram({
  errcode,
  why,
}: Pick<CallFailure, "errcode" | "why">): boolean {
  return errcode === null ? WHYS.includes(why) : ERRCODES.has(errcode);
}
