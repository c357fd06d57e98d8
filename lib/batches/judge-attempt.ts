import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import type { CodeKind, CodeStatus } from "@/lib/codes/schema";
import { findErrcode } from "@/lib/wechat/errcodes/find-errcode";

/** What an attempt left behind in its code. */
export interface AttemptedCode {
  kind: CodeKind;
  status: CodeStatus;
  target: string;
  failureErrcode: number | null;
  failureWhy: string | null;
  failureMessage: string | null;
  failureRid: string | null;
}

/** What an attempt says about the rows after it. */
export type Verdict =
  | "goOn"
  /** The minute's limit was met: everyone waits for the next one and then goes slower. */
  | "wait"
  /** Every row would end like this one. */
  | "stop"
  /** The disk, not WeChat. */
  | "stopStorage"
  /** Only when several in a row end like this. */
  | "suspicious";

const PAGE_MISSING = 41_030;
const STOPPING_WHYS = ["paused", "no_ticket", "withdrawn", "token_server"];

export function judgeAttempt(code: AttemptedCode): Verdict {
  const { status, failureErrcode: errcode, failureWhy, kind } = code;
  if (status === "queued") return failureWhy === null ? "goOn" : "wait";
  if (status !== "refused" && status !== "unknown") return "goOn";
  if (errcode !== null) return judgeErrcode(errcode, kind);
  const [sent = "", why = ""] = (failureWhy ?? "").split(":");
  if (why === "storage") return "stopStorage";
  if (sent === "unknown") return "suspicious";
  if (STOPPING_WHYS.includes(why)) return "stop";
  return why === "invalid_request" || why === "cancelled" ? "goOn" : "suspicious";
}

function judgeErrcode(errcode: number, kind: CodeKind): Verdict {
  switch (findErrcode(errcode, ENDPOINT_OF_KIND[kind]).class) {
    case "stop_forever":
    case "next_day":
      return "stop";
    case "refresh_token":
    case "short_retry":
      return "suspicious";
    case "next_minute":
      return "goOn";
    case "never":
      return errcode === PAGE_MISSING ? "suspicious" : "goOn";
  }
}

/** How many alike in a row, without a success between them, are enough to stop for. */
const ALIKE = { page: 3, notSent: 3, other: 10 };

/** Counts failures that may or may not hit every row. */
export class Suspicion {
  private last = "";
  private count = 0;

  /** Whether this one is one too many. */
  add({ failureErrcode, failureWhy, target }: AttemptedCode): boolean {
    const isPage = failureErrcode === PAGE_MISSING;
    const likeness = isPage ? `page ${target}` : `${failureErrcode} ${failureWhy}`;
    this.count = likeness === this.last ? this.count + 1 : 1;
    this.last = likeness;
    const isNotSent = failureWhy?.startsWith("not_sent:") ?? false;
    return this.count >= (isPage ? ALIKE.page : isNotSent ? ALIKE.notSent : ALIKE.other);
  }

  clear(): void {
    this.count = 0;
  }
}
