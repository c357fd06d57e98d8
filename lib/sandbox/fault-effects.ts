import type { ServerResponse } from "node:http";
import { once } from "node:events";

import type { Fault } from "./faults";
import { errorAnswer, type WireAnswer } from "./wire-answer";

const HTML =
  "<!DOCTYPE html><html><head><title>System busy</title></head><body><h1>系统繁忙</h1></body></html>";

/** Sends an answer, with header names spelled as given. */
export function sendAnswer(outgoing: ServerResponse, answer: WireAnswer): void {
  outgoing.writeHead(answer.status, answer.headers);
  outgoing.end(answer.body);
}

/**
 * Sends what the fault leaves of an answer and returns what the caller was shown, null when it was
 * shown nothing whole. `answer` is null when the fault comes before the work was done.
 */
export async function sendFaulty(
  outgoing: ServerResponse,
  fault: Fault,
  answer: WireAnswer | null,
  nowMs: number,
): Promise<WireAnswer | null> {
  switch (fault.kind) {
    case "hang":
      await once(outgoing, "close");
      return null;
    case "reset":
      outgoing.socket?.resetAndDestroy();
      return null;
    case "truncated_body":
      await sendHalfThenReset(outgoing, answer ?? errorAnswer(-1, nowMs));
      return null;
  }
  const bent = bend(fault, answer ?? errorAnswer(-1, nowMs), nowMs);
  sendAnswer(outgoing, bent);
  return bent;
}

function bend(fault: Fault, answer: WireAnswer, nowMs: number): WireAnswer {
  switch (fault.kind) {
    case "json_as_jpeg": {
      const error = errorAnswer(fault.errcode, nowMs);
      return { ...error, headers: { ...error.headers, "Content-Type": "image/jpeg" } };
    }
    case "errcode":
      return errorAnswer(fault.errcode, nowMs, fault.errmsg);
    case "html":
      return withBody(answer, 200, "text/html; charset=utf-8", Buffer.from(HTML));
    case "http_500":
      return withBody(answer, 500, "text/html", Buffer.from("Internal Server Error"));
    case "empty":
      return withBody(answer, 200, "text/plain", Buffer.alloc(0));
    case "truncated_jpeg": {
      const body = halfOf(answer);
      const headers = { ...answer.headers, "Content-Length": String(body.length) };
      return { ...answer, headers, body };
    }
    default:
      return answer;
  }
}

function withBody(answer: WireAnswer, status: number, type: string, body: Buffer): WireAnswer {
  const headers = { "Content-Type": type, "Content-Length": String(body.length) };
  return { ...answer, status, headers, body, errcode: 0, rid: null };
}

function halfOf(answer: WireAnswer): Buffer {
  return answer.body.subarray(0, Math.floor(answer.body.length / 2));
}

/** The reset waits until the half has left, or the caller would see no bytes at all. */
async function sendHalfThenReset(outgoing: ServerResponse, answer: WireAnswer): Promise<void> {
  outgoing.writeHead(answer.status, answer.headers);
  await new Promise<void>((resolve) => {
    outgoing.once("close", resolve);
    outgoing.write(halfOf(answer), () => resolve());
  });
  outgoing.socket?.resetAndDestroy();
}
