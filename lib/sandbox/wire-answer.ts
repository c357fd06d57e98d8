import { randomBytes } from "node:crypto";

import { errmsgOf } from "./errcodes";

/** One HTTP answer as data, so that a fault can still bend it. Header names keep their case. */
export type WireAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** 0 for success. */
  errcode: number;
  /** Errors only: what rid/get finds them by. */
  rid: string | null;
  /** The account the call was for, once known; only for the request log. */
  appid: string | null;
  /** Whether this call took one of the 100,000. */
  wasCounted: boolean;
};

/** "encoding=", not "charset=": that is what the real server sends (section 0). */
const JSON_TYPE = "application/json; encoding=utf-8";

/** Three groups of 8 hex digits, the first the unix second of the call (section 0, "rid"). */
export function ridAt(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, "0");
  return [seconds, randomBytes(4).toString("hex"), randomBytes(4).toString("hex")].join("-");
}

/** An API error: HTTP 200 with errcode, errmsg and rid, RetKey and LogicRet (section 0). */
export function errorAnswer(errcode: number, nowMs: number, errmsg?: string): WireAnswer {
  const rid = ridAt(nowMs);
  const text = `${errmsg ?? errmsgOf(errcode)} rid: ${rid}`;
  const answer = jsonAnswer({ errcode, errmsg: text });
  return {
    ...answer,
    errcode,
    rid,
    headers: { ...answer.headers, RetKey: "11", LogicRet: String(errcode) },
  };
}

/** A successful JSON answer: no errcode key (section 0, "Success of a token call"). */
export function jsonAnswer(value: object): WireAnswer {
  const body = Buffer.from(JSON.stringify(value));
  const headers = { "Content-Type": JSON_TYPE, "Content-Length": String(body.length) };
  return { status: 200, headers, body, errcode: 0, rid: null, appid: null, wasCounted: false };
}

/** A successful answer of the newer calls, which say errcode 0 themselves (sections 6.1–6.6). */
export function okAnswer(value: object = {}): WireAnswer {
  return jsonAnswer({ errcode: 0, errmsg: "ok", ...value });
}
