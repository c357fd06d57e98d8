import type { ActionResult } from "@/lib/web/define-action";
import type { PublicError } from "@/lib/web/public-error";

/** Asks one of our own routes; a refusal is an answer, and only a broken connection throws. */
export async function postJson<Data>(
  address: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<ActionResult<Data>> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  return answerOf<Data>(response);
}

/** What one of our own routes said. */
export async function answerOf<Data>(response: Response): Promise<ActionResult<Data>> {
  const answer: unknown = await response.json();
  return response.ok
    ? { ok: true, data: answer as Data }
    : { ok: false, error: answer as PublicError };
}
