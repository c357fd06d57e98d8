import type { RememberedAnswer } from "@/lib/idempotency/schema";

const MOST_BYTES = 1024 * 1024;
/** What a repeat may depend on; all else is about the one call. */
const HEADERS = ["Content-Type", "Location", "ETag"];
/** Who asks, and how often, may be another matter for the repeat. */
const PASSING = [401, 403, 429];

/** Reads an answer to its end. */
export async function answerOf(response: Response): Promise<RememberedAnswer> {
  const headers = HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(headers), body };
}

/** Whether every repeat gets it: not what failed on our side or WeChat's, which the repeat tries again. */
export function isRemembered({ status, body }: RememberedAnswer): boolean {
  return status < 500 && !PASSING.includes(status) && body.length <= MOST_BYTES;
}

/** The first answer again. */
export function responseOf({ status, headers, body }: RememberedAnswer): Response {
  return new Response(status === 204 ? null : body, {
    status,
    headers: { ...headers, "Idempotency-Replayed": "true" },
  });
}
