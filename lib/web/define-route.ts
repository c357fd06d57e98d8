import type { Context } from "@/lib/core/context";
import { httpStatus, publicError } from "@/lib/web/public-error";
import { requestContext } from "@/lib/web/request-context";

/**
 * Makes a route handler: session → context → answer, failures as JSON with the
 * fitting status. Answers are private to the person unless the handler says otherwise.
 */
export function defineRoute<Params>(
  answer: (ctx: Context, request: Request, params: Params) => Promise<Response>,
): (request: Request, route: { params: Promise<Params> }) => Promise<Response> {
  return async (request, route) => {
    const ctx = await requestContext();
    try {
      const response = await answer(ctx, request, await route.params);
      if (!response.headers.has("Cache-Control")) {
        response.headers.set("Cache-Control", "private, no-store");
      }
      return response;
    } catch (error) {
      const problem = publicError(error, ctx.requestId);
      return Response.json(problem, {
        status: httpStatus(problem.code),
        headers: { "Cache-Control": "private, no-store" },
      });
    }
  };
}
