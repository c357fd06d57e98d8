import { request } from "undici";
import type { Dispatcher } from "undici";
import type { Secret } from "@/lib/core/secret";
import { readExpiry } from "@/lib/mini-programs/read-expiry";
import { readJsonPath } from "@/lib/mini-programs/read-json-path";
import { BlockedAddressError, createGuardedDispatcher } from "@/lib/net/guarded-dispatcher";
import { judgeAddress } from "@/lib/net/judge-address";
import type { Runtime } from "@/lib/runtime";

export interface TokenServerAddress {
  url: string;
  headerName: string;
  headerSecret: Secret | null;
  tokenPath: string;
  expiryPath: string;
}

/** Key of `errors.<reason>`. */
export type TokenServerProblem =
  | "tokenServerInsecure"
  | "tokenServerBlocked"
  | "tokenServerUnreachable"
  | "tokenServerStatus"
  | "tokenServerNotJson"
  | "tokenServerNoToken"
  | "tokenServerNoExpiry";

/** Why no token came; `detail` holds nothing of the answer. */
export class TokenServerError extends Error {
  override readonly name = "TokenServerError";

  constructor(
    readonly problem: TokenServerProblem,
    readonly detail: string,
  ) {
    super(detail);
  }
}

const MOST_BYTES = 64 * 1024;
const TOKEN = /^[\x21-\x7e]{8,2048}$/;

const guarded = new WeakMap<Runtime, Dispatcher>();

/**
 * One GET at the company's own token server. Public addresses over https only, unless the host
 * stands in MINTDESK_TOKEN_SERVER_HOSTS; redirects are not followed. Throws TokenServerError.
 */
export async function askTokenServer(
  runtime: Runtime,
  { url, headerName, headerSecret, tokenPath, expiryPath }: TokenServerAddress,
): Promise<{ token: string; expiresInSeconds: number | null }> {
  const dispatcher = dispatcherFor(runtime, new URL(url));
  const headers: Record<string, string> = { accept: "application/json" };
  if (headerName !== "" && headerSecret) headers[headerName] = headerSecret.reveal();
  const json = await fetchJson(runtime, url, { dispatcher, headers });
  const token = readJsonPath(json, tokenPath);
  if (typeof token !== "string" || !TOKEN.test(token)) {
    throw new TokenServerError("tokenServerNoToken", `No token at ${tokenPath}.`);
  }
  if (expiryPath === "") return { token, expiresInSeconds: null };
  const expiresInSeconds = readExpiry(readJsonPath(json, expiryPath), new Date());
  if (expiresInSeconds === null) {
    throw new TokenServerError("tokenServerNoExpiry", `No time to come at ${expiryPath}.`);
  }
  return { token, expiresInSeconds };
}

function dispatcherFor(runtime: Runtime, url: URL): Dispatcher {
  const verdict = judgeAddress(url, runtime.env.tokenServerHosts);
  if (verdict === "listed") return runtime.dispatcher;
  if (verdict === "insecure") {
    throw new TokenServerError("tokenServerInsecure", "The address does not begin with https.");
  }
  if (verdict === "blocked") {
    throw new TokenServerError("tokenServerBlocked", `${url.hostname} is not a public address.`);
  }
  const known = guarded.get(runtime) ?? createGuardedDispatcher(runtime.env.WECHAT_TIMEOUT_MS);
  guarded.set(runtime, known);
  return known;
}

async function fetchJson(
  runtime: Runtime,
  url: string,
  options: { dispatcher: Dispatcher; headers: Record<string, string> },
): Promise<unknown> {
  const signal = AbortSignal.timeout(runtime.env.WECHAT_TIMEOUT_MS);
  const { statusCode, body } = await request(url, { ...options, signal }).catch(unreachable);
  const text = await readBounded(body).catch(unreachable);
  if (statusCode !== 200) {
    throw new TokenServerError("tokenServerStatus", `The answer was HTTP ${statusCode}.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new TokenServerError("tokenServerNotJson", "The answer is not JSON.");
  }
}

async function readBounded(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new TokenServerError("tokenServerNotJson", "The answer is longer than 64 KB.");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unreachable(error: unknown): never {
  if (error instanceof TokenServerError) throw error;
  if (error instanceof BlockedAddressError) {
    throw new TokenServerError("tokenServerBlocked", error.message);
  }
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  throw new TokenServerError("tokenServerUnreachable", `The server did not answer${code}.`);
}
