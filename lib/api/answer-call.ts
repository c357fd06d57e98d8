import { randomUUID } from "node:crypto";
import { answerOnce } from "@/lib/api/answer-once";
import { callerOf } from "@/lib/api/caller";
import type { Endpoint, JsonAnswer } from "@/lib/api/endpoint";
import { readCall } from "@/lib/api/read-call";
import { requireAcceptable } from "@/lib/api/require-acceptable";
import { problemTo } from "@/lib/api/respond";
import type { Visit } from "@/lib/api/respond";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { noteDenial } from "@/lib/web/note-denial";

/** One call: who asks, whether the key reaches so far, what is asked, once or again, and what came of it. */
export async function answerCall(
  visit: Visit,
  endpoint: Endpoint,
  params: Record<string, string>,
): Promise<Response> {
  const { request } = visit;
  const ctx = await callerOf(visit.ctx, request);
  await visit.meet(ctx);
  requireScope(ctx, endpoint);
  requireAcceptable(endpoint, request);
  const read = await readCall(endpoint, request, params);
  const problem = async (error: unknown) => {
    await noteDenial(ctx, error);
    return problemTo(visit, error);
  };
  return answerOnce({ ctx, endpoint, request, read, problem }, async (once) => {
    const doing = { requestKey: randomUUID(), ctx, request, ...once };
    const answer = await endpoint.handle({ ...read, ...doing });
    return answer instanceof Response ? answer : jsonResponse(endpoint, answer);
  });
}

/** The verb asks for its permission as well; a scope that only reads along must not write. */
function requireScope({ actor }: Context, { scopes }: Endpoint): void {
  if (actor.kind !== "user" || !scopes.some((scope) => actor.scopes?.includes(scope))) {
    throw new ForbiddenError(scopes.join(" | "));
  }
}

function jsonResponse({ status = 200 }: Endpoint, answer: JsonAnswer<unknown>): Response {
  const { body, headers, status: otherStatus = status } = answer;
  if (otherStatus === 204) return new Response(null, { status: otherStatus, headers });
  return Response.json(body, { status: otherStatus, headers });
}
