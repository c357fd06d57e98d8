import type { IncomingMessage } from "node:http";

/** One HTTP request as data. */
export type WireRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Null when the bytes are not UTF-8 or too many. */
  body: string | null;
  /** The caller's address in IPv4 form. */
  ip: string;
};

/** Far above any valid body (a path of 1,024 characters). */
const MAX_BODY_BYTES = 1024 * 1024;

/** Reads the request whatever its Content-Type: the real server does not look at it (section 0). */
export async function readWireRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const url = new URL(incoming.url ?? "/", "http://sandbox.invalid");
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    body: await readBody(incoming),
    ip: (incoming.socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    // Read to the end all the same: an answer sent early would reach nobody.
    if (bytes <= MAX_BODY_BYTES) chunks.push(part);
  }
  if (bytes > MAX_BODY_BYTES) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}
