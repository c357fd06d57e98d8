import type { EndpointName } from "../endpoints";
import { ACCOUNT_ERRCODES } from "./account";
import { CODE_ERRCODES } from "./codes";
import type { ErrcodeAdvice, ErrcodeRow } from "./errcode-row";
import { LINK_ERRCODES } from "./links";
import { PACE_ERRCODES } from "./pace";
import { PLAIN_LINK_ERRCODES } from "./plain-links";
import { THIRD_PARTY_ERRCODES } from "./third-party";
import { TOKEN_ERRCODES } from "./token";

/** Every errcode known from docs/wechat-api.md, sections 0 and 3 to 6. */
export const ERRCODES: readonly ErrcodeRow[] = [
  ...TOKEN_ERRCODES,
  ...ACCOUNT_ERRCODES,
  ...CODE_ERRCODES,
  ...PACE_ERRCODES,
  ...THIRD_PARTY_ERRCODES,
  ...LINK_ERRCODES,
  ...PLAIN_LINK_ERRCODES,
];

const BY_CODE: ReadonlyMap<number, ErrcodeRow> = new Map(ERRCODES.map((row) => [row.code, row]));

const UNLISTED: Omit<ErrcodeRow, "code"> = {
  meaning: "not in the table",
  class: "never",
  // Nothing is known about it, so the pessimistic count holds.
  quotaUsed: "unknown",
  zh: {
    cause: "微信返回了一个没有收录的错误码。",
    fix: "看一下错误原文，带着 rid 到公众平台或开放社区查询。",
  },
  en: {
    cause: "WeChat answered with an error code that is not in the table.",
    fix: "Read the original message and look its rid up in the WeChat console or community.",
  },
  source: "section 4",
};

/**
 * The row for an errcode as it is meant at one endpoint: 45009 is a minute's limit for B and a
 * day's for A (section 4). A code that is not listed gets a row of class `never`.
 */
export function findErrcode(code: number, endpoint?: EndpointName): ErrcodeRow {
  const row = BY_CODE.get(code) ?? { code, ...UNLISTED };
  const advice: ErrcodeAdvice | undefined = endpoint && row.byEndpoint?.[endpoint];
  return advice ? { ...row, ...advice } : row;
}
