import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { BrokenAnswer, Interrupted, Problem, Refusal, Unreachable } from "./failures";
import type { Say } from "./say";

const TRIES = 4;
const FIRST_PAUSE_S = 0.5;
/** A server that asks for more patience gets told to the person instead. */
const MOST_PAUSE_S = 60;
/** A call to WeChat may take its time, but an answer begins within this. */
const ANSWER_WITHIN_MS = 120_000;
/** Answers about this very call: asking again would not make them better. */
const FINAL_CODES = ["wechat_refused", "outcome_unknown"];

export interface Ask {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
}

export interface Client {
  /** A call by method and path below /api/v1: `GET /codes`. Throws Refusal, Unreachable and Interrupted. */
  send(call: string, ask?: Ask): Promise<Response>;
  /** The same for an answer in JSON, of which `schema` names what is needed. Throws BrokenAnswer as well. */
  read<Schema extends z.ZodType>(
    call: string,
    schema: Schema,
    ask?: Ask,
  ): Promise<z.output<Schema>>;
}

export interface Server {
  url: string;
  key: string;
  locale: string;
  say: Say;
  /** Words for a person who waits. */
  tell: (text: string) => void;
  signal: AbortSignal;
  firstPause?: number;
}

interface Request {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: BodyInit;
}

export function openClient(server: Server): Client {
  const send = async (call: string, ask: Ask = {}) =>
    repeat(server, await prepare(server, call, ask));
  return {
    send,
    async read(call, schema, ask) {
      const response = await send(call, ask);
      const parsed = schema.safeParse(await response.json().catch(() => null));
      if (parsed.success) return parsed.data;
      throw new BrokenAnswer(server.say("answerStrange", { url: server.url, call }));
    },
  };
}

/** Made once for all tries, so that a repeat is the same to the byte and under the same key. */
async function prepare({ url, key, locale }: Server, call: string, ask: Ask): Promise<Request> {
  const [method = "GET", path = "/"] = call.split(" ");
  const given = Object.entries(ask.query ?? {}).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  const encoded = ask.form && new Response(ask.form);
  const type = encoded?.headers.get("content-type") ?? "application/json";
  const body = encoded ? await encoded.arrayBuffer() : JSON.stringify(ask.body);
  return {
    url: `${url}/api/v1${path}${query && `?${query}`}`,
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      Accept: "application/json",
      "Accept-Language": locale,
      ...(body !== undefined && { "Content-Type": type }),
      ...(method === "POST" && { "Idempotency-Key": randomUUID() }),
      ...ask.headers,
    },
    ...(body !== undefined && { body }),
  };
}

async function repeat(server: Server, request: Request): Promise<Response> {
  for (let count = 1; ; count += 1) {
    const result = await tryOnce(server, request);
    if (result instanceof Response && result.ok) return result;
    const isLast = count === TRIES;
    const seconds = isLast ? null : pauseBefore(request, result, usualPause(server, count));
    if (seconds === null)
      throw result instanceof Response ? await refusalOf(server, result) : result;
    server.tell(server.say("again", { seconds }));
    await pause(seconds * 1000, undefined, { signal: server.signal }).catch(() => {
      throw new Interrupted();
    });
  }
}

/** The answer, whatever it is, or that none came. */
async function tryOnce(server: Server, request: Request): Promise<Response | Unreachable> {
  const { url, say, signal } = server;
  const { url: address, ...rest } = request;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_WITHIN_MS);
  try {
    const response = await fetch(address, {
      ...rest,
      signal: AbortSignal.any([signal, late.signal]),
    });
    if (response.ok || !(await isFinal(response))) return response;
    throw await refusalOf(server, response);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted) throw new Interrupted();
    return new Unreachable(say("unreachable", { url, cause: causeOf(error) }));
  } finally {
    clearTimeout(timer);
  }
}

async function isFinal(response: Response): Promise<boolean> {
  if (response.status < 500) return false;
  const problem = Problem.safeParse(
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  return problem.success && FINAL_CODES.includes(problem.data.code);
}

/** Twice as long each time. */
function usualPause({ firstPause = FIRST_PAUSE_S }: Server, count: number): number {
  return firstPause * 2 ** (count - 1);
}

/** Seconds to wait before the same is asked again; null: it makes no sense. */
function pauseBefore(
  { method }: Pick<Request, "method">,
  result: Response | Unreachable,
  usual: number,
): number | null {
  const status = result instanceof Response ? result.status : 0;
  const told =
    result instanceof Response
      ? Number(result.headers.get("retry-after") ?? Number.NaN)
      : Number.NaN;
  if (told > MOST_PAUSE_S) return null;
  const wait = Number.isFinite(told) ? Math.max(told, usual) : usual;
  if (status === 429) return wait;
  // Who wrote it last is not known any more after a lost answer, so a change of a version is never repeated.
  if (method === "PUT") return null;
  if (status === 409) return Number.isFinite(told) ? wait : null;
  return status === 0 || status >= 500 ? wait : null;
}

async function refusalOf({ say, url }: Server, response: Response): Promise<Error> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  if (problem.success) return new Refusal(problem.data);
  return new BrokenAnswer(say("answerNotOurs", { url, status: response.status }));
}

/** Node hides why a connection failed below "fetch failed". */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError) return causeOf(cause.errors[0]);
  if (cause instanceof Error) return cause.message;
  return error.message;
}
