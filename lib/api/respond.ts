import { rateHeaders, requireLeft } from "@/lib/api/api-limit";
import type { ApiLimit, Rate } from "@/lib/api/api-limit";
import { strangerOf } from "@/lib/api/caller";
import { problemResponse } from "@/lib/api/problem";
import type { Context } from "@/lib/core/context";
import { negotiateLocale } from "@/lib/i18n/locales";
import type { Runtime } from "@/lib/runtime";
import { noteDenial } from "@/lib/web/note-denial";
import { REQUEST_ID_HEADER } from "@/lib/web/request-headers";

/** What the API of one process has. */
export interface Api {
  runtime: Runtime;
  limit: ApiLimit;
}

/** A request on its way to an answer. */
export interface Visit {
  request: Request;
  /** Whoever is known to ask by now; a stranger at first. */
  ctx: Context;
  /** Says who asks, and counts their call. Throws DomainError `throttled`. */
  meet(ctx: Context): Promise<void>;
}

/**
 * What is around every answer: the request's id, how many calls are left, and a problem in the place of whatever fails.
 * Who was not met is counted as a stranger.
 */
export async function respond(
  { runtime, limit }: Api,
  request: Request,
  work: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  const counted: { rate: Rate | null } = { rate: null };
  const visit: Visit = {
    request,
    ctx: strangerOf(runtime, request),
    async meet(ctx) {
      visit.ctx = ctx;
      counted.rate = await limit.count(ctx);
      requireLeft(counted.rate);
    },
  };
  const answer = async () => {
    const response = await work(visit);
    if (!counted.rate) await visit.meet(visit.ctx);
    return response;
  };
  const response = await answer().catch(async (error: unknown) => {
    const told = counted.rate ? error : await visit.meet(visit.ctx).then(() => error, asIs);
    await noteDenial(visit.ctx, told);
    return problemTo(visit, told);
  });
  return finish(response, visit.ctx, counted.rate);
}

/** A failure in the caller's language. */
export async function problemTo({ ctx, request }: Visit, error: unknown): Promise<Response> {
  return problemResponse(error, {
    requestId: ctx.requestId,
    locale: negotiateLocale(request.headers.get("accept-language") ?? "en"),
    publicUrl: ctx.runtime.env.publicUrl,
  });
}

const asIs = (error: unknown) => error;

function finish(response: Response, { requestId }: Context, rate: Rate | null): Response {
  const headers = { [REQUEST_ID_HEADER]: requestId, ...(rate && rateHeaders(rate)) };
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (!response.headers.has("Cache-Control")) {
    response.headers.set("Cache-Control", "private, no-store");
  }
  return response;
}
