import type { Context } from "@/lib/core/context";
import { asKeyHolder } from "@/lib/web/as-key-holder";
import { NotSignedInError } from "@/lib/core/errors";
import { errorResponse } from "@/lib/web/error-response";
import { noteDenial } from "@/lib/web/note-denial";
import { publicError } from "@/lib/web/public-error";
import { requestContext } from "@/lib/web/request-context";
import { requestLimit } from "@/lib/web/request-limit";

/**
 * Makes a route handler for people who are signed in: session → context → answer, failures as JSON with the
 * fitting status. Answers are private to the person unless the handler says otherwise.
 */
export function defineRoute<Params>(
  answer: (ctx: Context, request: Request, params: Params) => Promise<Response>,
): (request: Request, route: { params: Promise<Params> }) => Promise<Response> {
  return async (request, route) => {
    let ctx = await requestContext();
    try {
      ctx = await asKeyHolder(ctx, request);
      await requestLimit.count(ctx);
      // Before anything is read: a stranger learns nothing of what an address expects.
      if (ctx.actor.kind === "anonymous") throw new NotSignedInError();
      const response = await answer(ctx, request, await route.params);
      if (!response.headers.has("Cache-Control")) {
        response.headers.set("Cache-Control", "private, no-store");
      }
      return response;
    } catch (error) {
      await noteDenial(ctx, error);
      return errorResponse(publicError(error, ctx.requestId));
    }
  };
}
