import { request } from "undici";
import type { Dispatcher } from "undici";
import { BlockedAddressError, createGuardedDispatcher } from "@/lib/net/guarded-dispatcher";
import { judgeAddress } from "@/lib/net/judge-address";
import type { Runtime } from "@/lib/runtime";
import { askedSeconds } from "@/lib/webhooks/retry-after";
import type { AttemptFailure } from "@/lib/webhooks/schema";

/** What an attempt came to. */
export interface AttemptOutcome {
  httpStatus: number | null;
  failure: AttemptFailure | null;
  /** The beginning of the answer, as text. */
  answer: string;
  /** What the receiver asked us to wait. */
  askedSeconds: number | null;
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024;
const KEPT_BYTES = 1024;
const USER_AGENT = "Mintdesk/1.0 (webhooks)";

const guarded = new WeakMap<Runtime, Dispatcher>();

/**
 * One POST. Public addresses over https only, unless the host stands in MINTDESK_WEBHOOK_HOSTS; redirects are not
 * followed. Never throws for what the receiver does.
 */
export async function postMessage(
  runtime: Runtime,
  { url, body, headers }: { url: string; body: string; headers: Record<string, string> },
): Promise<AttemptOutcome> {
  const verdict = judgeAddress(new URL(url), runtime.env.webhookHosts);
  if (verdict === "insecure" || verdict === "blocked") return failed(verdict);
  const dispatcher = verdict === "listed" ? runtime.dispatcher : guardedFor(runtime);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const answer = await request(url, {
      method: "POST",
      dispatcher,
      signal,
      body,
      headers: { ...headers, "content-type": "application/json", "user-agent": USER_AGENT },
    });
    const { statusCode: httpStatus } = answer;
    const header = answer.headers["retry-after"];
    const mayAsk = httpStatus === 429 || httpStatus === 503;
    return {
      httpStatus,
      failure: null,
      answer: await readStart(answer.body),
      askedSeconds: mayAsk ? askedSeconds([header].flat()[0], new Date()) : null,
    };
  } catch (error) {
    return failed(failureOf(error));
  }
}

function failed(failure: AttemptFailure): AttemptOutcome {
  return { httpStatus: null, failure, answer: "", askedSeconds: null };
}

function guardedFor(runtime: Runtime): Dispatcher {
  const known = guarded.get(runtime) ?? createGuardedDispatcher(TIMEOUT_MS);
  guarded.set(runtime, known);
  return known;
}

/** The status has said it all: an answer that is too long, or breaks off, is only cut short. */
async function readStart(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const kept: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (size < KEPT_BYTES) kept.push(chunk.subarray(0, KEPT_BYTES - size));
      size += chunk.length;
      if (size > MOST_BYTES) break;
    }
  } catch {
    // What came is kept.
  }
  // PostgreSQL keeps no NUL.
  return Buffer.concat(kept).toString("utf8").replaceAll("\0", "");
}

function failureOf(error: unknown): AttemptFailure {
  if (error instanceof BlockedAddressError) return "blocked";
  if (!(error instanceof Error)) return "unreachable";
  const code = "code" in error ? String(error.code) : "";
  if (error.name === "TimeoutError" || /TIMEOUT|ETIMEDOUT/.test(code)) return "timeout";
  if (/^(ENOTFOUND|EAI_)/.test(code)) return "dns";
  return /TLS|SSL|CERT|SIGNATURE/.test(code) ? "tls" : "unreachable";
}
