import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "@/lib/api/problem";
import type { Endpoint } from "@/lib/api/endpoint";
import { answerOf, isRemembered, responseOf } from "@/lib/api/remembered-answer";
import { RequestHash } from "@/lib/api/request-hash";
import { mediaTypeOf } from "@/lib/api/read-call";
import type { Read } from "@/lib/api/read-call";
import { spoolBody } from "@/lib/api/spool-body";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { beginRequest } from "@/lib/idempotency/begin-request";
import { finishRequest } from "@/lib/idempotency/finish-request";
import { keepHolding } from "@/lib/idempotency/keep-holding";
import { releaseRequest } from "@/lib/idempotency/release-request";
import { HELD_MS, IdempotencyKey } from "@/lib/idempotency/schema";

/** Longer than anybody holds a request without renewing it: after a crash the first repeat does it again. */
const WAIT_MS = HELD_MS + 1_000;
const LOOK_AGAIN_MS = 150;
const COME_BACK_SECONDS = 2;

/** A call that may be a repeat. */
export interface RepeatableCall {
  ctx: Context;
  endpoint: Endpoint;
  request: Request;
  read: Read;
  /** A failure as it goes out, so that it can be remembered. */
  problem: (error: unknown) => Promise<Response>;
}

/** How a call under an Idempotency-Key is done: with a key that stays the same, and in the transaction that remembers it. */
export interface Once {
  requestKey: string;
  ctx: Context;
  /** With its body still to be read. */
  request: Request;
}

type Work = (once: Once | null) => Promise<Response>;

/** Somebody who took the request over has answered it: what was done here must not stay. */
class OvertakenError extends Error {}

/**
 * Does the work of a call; a repeat under the same Idempotency-Key gets the first answer. Throws ApiError
 * `invalid_input` (no such key can be), `idempotency_key_reused` and `idempotency_in_progress`.
 */
export async function answerOnce(call: RepeatableCall, work: Work): Promise<Response> {
  const { ctx, endpoint, request, read } = call;
  const key = request.headers.get("idempotency-key");
  if (key === null || endpoint.once === undefined) return work(null);
  if (!IdempotencyKey.safeParse(key).success) {
    throw new ApiError("invalid_input", "idempotencyKeyOdd");
  }
  const hash = new RequestHash(request);
  if (!Object.hasOwn(endpoint.otherBodies ?? {}, mediaTypeOf(request))) {
    hash.update(read.bytes);
    return begin(call, key, hash.digest(), work);
  }
  const look = (chunk: Uint8Array) => hash.update(chunk);
  return spoolBody(ctx.runtime, request, look, (spooled) =>
    begin({ ...call, request: spooled }, key, hash.digest(), work),
  );
}

async function begin(
  call: RepeatableCall,
  key: string,
  requestHash: string,
  work: Work,
): Promise<Response> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const begun = await beginRequest(call.ctx, { key, requestHash });
    if (begun.state === "other_request") {
      throw new ApiError("idempotency_key_reused", "idempotencyKeyReused");
    }
    if (begun.state === "answered") return responseOf(begun.answer);
    if (begun.state === "begun") {
      const response = await doHeld(call, begun.id, work);
      if (response) return response;
    } else if (performance.now() > deadline) {
      const headers = { "Retry-After": String(COME_BACK_SECONDS) };
      const values = { seconds: COME_BACK_SECONDS };
      throw new ApiError("idempotency_in_progress", "requestUnderWay", values, { headers });
    } else {
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

/** Null when somebody else was faster: their answer counts. */
async function doHeld(call: RepeatableCall, id: string, work: Work): Promise<Response | null> {
  const letGo = keepHolding(call.ctx, id);
  try {
    return await (call.endpoint.once === "atomic" ? doInOne : doByKey)(call, id, work);
  } catch (error) {
    if (error instanceof OvertakenError) return null;
    const response = await call.problem(error);
    return await remember(call.ctx, id, response);
  } finally {
    letGo();
  }
}

/** What is done and what is remembered of it are committed together. */
async function doInOne({ ctx, request }: RepeatableCall, id: string, work: Work) {
  return withTransaction(ctx, async (tctx) => {
    const response = await work({ requestKey: id, ctx: tctx, request });
    const kept = await remember(tctx, id, response);
    if (!kept) throw new OvertakenError();
    return kept;
  });
}

async function doByKey({ ctx, request }: RepeatableCall, id: string, work: Work) {
  return remember(ctx, id, await work({ requestKey: id, ctx, request }));
}

/** Null when somebody else's answer is remembered already. */
async function remember(ctx: Context, id: string, response: Response): Promise<Response | null> {
  const answer = await answerOf(response);
  const { headers } = response;
  const copy = new Response(response.status === 204 ? null : answer.body, {
    status: response.status,
    headers,
  });
  if (isRemembered(answer)) return (await finishRequest(ctx, { id, answer })) ? copy : null;
  await releaseRequest(ctx, id);
  return copy;
}
