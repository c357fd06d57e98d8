import { Buffer } from "node:buffer";
import type { Dispatcher } from "undici";

export type NotSentReason = "dns" | "refused" | "tls" | "connect" | "timeout" | "aborted";
export type UnknownReason = "timeout" | "aborted" | "reset" | "truncated" | "too_large";

export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What became of one HTTP request. `detail` is for people and holds no part of the request. */
export type AttemptOutcome =
  | { kind: "answered"; httpStatus: number; headers: AnswerHeaders; bytes: Buffer }
  | { kind: "not_sent"; why: NotSentReason; detail: string }
  | {
      kind: "unknown";
      why: UnknownReason;
      detail: string;
      httpStatus: number | null;
      bytes: Buffer;
    };

export interface AttemptRequest {
  dispatcher: Dispatcher;
  origin: string;
  method: "GET" | "POST";
  path: string;
  body: Buffer | null;
  timeoutMs: number;
  maxAnswerBytes: number;
  signal?: AbortSignal | undefined;
}

type StopReason = "timeout" | "aborted" | "too_large";

/**
 * One request on undici's lowest door, `dispatch`: it calls `onRequestStart` right before the first
 * byte is written, and that moment divides "surely not sent" from "nobody knows".
 */
export function attempt(request: AttemptRequest): Promise<AttemptOutcome> {
  return new Promise((resolve) => {
    new Attempt(request, resolve).start();
  });
}

class Attempt implements Dispatcher.DispatchHandler {
  readonly #request: AttemptRequest;
  readonly #resolve: (outcome: AttemptOutcome) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #written = false;
  #settled = false;
  #httpStatus: number | null = null;
  #headers: AnswerHeaders = {};
  #controller: Dispatcher.DispatchController | null = null;
  #deadline: NodeJS.Timeout | undefined;

  constructor(request: AttemptRequest, resolve: (outcome: AttemptOutcome) => void) {
    this.#request = request;
    this.#resolve = resolve;
  }

  start(): void {
    const { dispatcher, origin, method, path, body, timeoutMs, signal } = this.#request;
    if (signal?.aborted) {
      this.#stop("aborted");
      return;
    }
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    this.#deadline = setTimeout(() => this.#stop("timeout"), timeoutMs);
    const headers = {
      ...(body !== null && { "content-type": "application/json" }),
      accept: "*/*",
      "accept-encoding": "identity",
      "user-agent": "mintdesk",
    };
    try {
      dispatcher.dispatch(
        // undici's own timers watch for silence only; the one deadline above covers everything.
        { origin, method, path, headers, body, headersTimeout: 0, bodyTimeout: 0 },
        this,
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      controller.abort(new Error("given up before it was sent"));
      return;
    }
    this.#controller = controller;
    this.#written = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    httpStatus: number,
    headers: AnswerHeaders,
  ): void {
    this.#httpStatus = httpStatus;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    this.#size += chunk.length;
    this.#chunks.push(chunk);
    if (this.#size > this.#request.maxAnswerBytes) this.#stop("too_large");
  }

  onResponseEnd(): void {
    this.#settle({
      kind: "answered",
      httpStatus: this.#httpStatus ?? 0,
      headers: this.#headers,
      bytes: Buffer.concat(this.#chunks),
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  readonly #onAbort = () => this.#stop("aborted");

  #stop(why: StopReason): void {
    const detail = STOP_DETAILS[why];
    if (this.#written) this.#settle(this.#unknown(why, detail));
    else this.#settle({ kind: "not_sent", why: why === "too_large" ? "aborted" : why, detail });
    this.#controller?.abort(new Error(detail));
  }

  #fail(error: unknown): void {
    const { code, detail } = describe(error);
    if (!this.#written) {
      this.#settle({ kind: "not_sent", why: whyNotSent(code), detail });
      return;
    }
    this.#settle(this.#unknown(this.#httpStatus === null ? "reset" : "truncated", detail));
  }

  #unknown(why: UnknownReason, detail: string): AttemptOutcome {
    const bytes = Buffer.concat(this.#chunks);
    return { kind: "unknown", why, detail, httpStatus: this.#httpStatus, bytes };
  }

  #settle(outcome: AttemptOutcome): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#deadline);
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
    this.#resolve(outcome);
  }
}

const STOP_DETAILS: Record<StopReason, string> = {
  timeout: "the deadline passed",
  aborted: "the caller gave up",
  too_large: "the answer is larger than allowed",
};

function describe(error: unknown): { code: string; detail: string } {
  if (!(error instanceof Error)) return { code: "", detail: "unknown failure" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // A name with several addresses fails with one error for each of them.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  const message = error.message || (first instanceof Error ? first.message : "");
  return { code, detail: [code, message].filter(Boolean).join(": ").slice(0, 300) };
}

function whyNotSent(code: string): NotSentReason {
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EAI_NODATA") return "dns";
  if (code === "ECONNREFUSED") return "refused";
  if (code === "UND_ERR_CONNECT_TIMEOUT") return "timeout";
  const isTls = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|HOSTNAME|EPROTO)/;
  return isTls.test(code) ? "tls" : "connect";
}
