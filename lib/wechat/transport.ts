import { Buffer } from "node:buffer";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Dispatcher } from "undici";
import { createDispatcher } from "./dispatcher";
import { parseBaseUrl } from "./base-url";
import { attempt, type AttemptOutcome, type UnknownReason } from "./attempt";

const inflate = promisify(gunzip);

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

export interface TransportOptions {
  /** Such as `https://api.weixin.qq.com`; a path in it is put before every call's path. */
  baseUrl: string;
  /** One deadline for queueing, connecting, sending and the whole answer. */
  timeoutMs: number;
  /** Bounds the answer both as sent and unzipped; 8 MiB when absent. */
  maxAnswerBytes?: number;
  /** Connections kept at most; 64 when absent. */
  connections?: number;
  /** Shared connections or a proxy. Must neither retry nor follow redirects, and stays the caller's to close. */
  dispatcher?: Dispatcher;
}

export interface TransportRequest {
  method: "GET" | "POST";
  /** Path below the base URL, without the query. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sent as UTF-8 JSON; a GET has none. */
  json?: unknown;
  signal?: AbortSignal | undefined;
}

/** `durationMs` counts from the call of `send` to its outcome. */
export type TransportOutcome = AttemptOutcome & { durationMs: number };

export interface Transport {
  /** Makes one attempt and resolves with what became of it; never rejects, never repeats. */
  send(request: TransportRequest): Promise<TransportOutcome>;
  /** Waits for the calls in flight, then closes the connections; once more does no harm. */
  close(): Promise<void>;
}

/**
 * HTTP for one base URL. Knows nothing of WeChat: it says whether bytes came back, or whether the
 * request was surely never written (`not_sent`), or that nobody can tell (`unknown`).
 */
export function createTransport(options: TransportOptions): Transport {
  const { origin, prefix } = parseBaseUrl(options.baseUrl);
  const maxAnswerBytes = options.maxAnswerBytes ?? MAX_ANSWER_BYTES;
  const dispatcher = options.dispatcher ?? createDispatcher(options);
  let closing: Promise<void> | null = null;

  return {
    async send(request) {
      const startedAt = performance.now();
      const query = request.query ? `?${new URLSearchParams(request.query)}` : "";
      const outcome = await attempt({
        dispatcher,
        origin,
        method: request.method,
        path: prefix + request.path + query,
        body: bodyOf(request),
        timeoutMs: options.timeoutMs,
        maxAnswerBytes,
        signal: request.signal,
      });
      const read = await unzip(outcome, maxAnswerBytes);
      return { ...read, durationMs: Math.round(performance.now() - startedAt) };
    },
    async close() {
      if (options.dispatcher !== undefined) return;
      closing ??= dispatcher.close();
      await closing;
    },
  };
}

function bodyOf({ json }: TransportRequest): Buffer | null {
  return json === undefined ? null : Buffer.from(JSON.stringify(json), "utf8");
}

/** Gzip is told by its bytes like everything else; a damaged archive is an unknown outcome. */
async function unzip(outcome: AttemptOutcome, maxAnswerBytes: number): Promise<AttemptOutcome> {
  if (outcome.kind !== "answered") return outcome;
  const { bytes, httpStatus } = outcome;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return outcome;
  try {
    return { ...outcome, bytes: await inflate(bytes, { maxOutputLength: maxAnswerBytes }) };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const why: UnknownReason = tooLarge ? "too_large" : "truncated";
    return { kind: "unknown", why, detail: "gzip could not be read", httpStatus, bytes };
  }
}
