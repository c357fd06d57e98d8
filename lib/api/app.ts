import { Hono } from "hono";
import { answerCall } from "@/lib/api/answer-call";
import { openApiLimit } from "@/lib/api/api-limit";
import type { ApiLimit } from "@/lib/api/api-limit";
import { openDocument } from "@/lib/api/document";
import { ENDPOINTS } from "@/lib/api/endpoints";
import type { Endpoint } from "@/lib/api/endpoint";
import { ApiError } from "@/lib/api/problem";
import { requireAddress } from "@/lib/api/require-address";
import { respond } from "@/lib/api/respond";
import type { Visit } from "@/lib/api/respond";
import { API_ROOT } from "@/lib/core/api-url";
import type { Runtime } from "@/lib/runtime";

/** The API as one handler: a request in, an answer out; it never throws. */
export function openApi(
  runtime: Runtime,
  limit: ApiLimit = openApiLimit(),
): (request: Request) => Promise<Response> {
  const app = new Hono().basePath(API_ROOT);
  const answer = (request: Request, work: (visit: Visit) => Promise<Response>) =>
    respond({ runtime, limit }, request, async (visit) => {
      requireAddress(request);
      return work(visit);
    });
  app.get("/openapi.json", (call) =>
    answer(call.req.raw, async () => openDocument(runtime.env.publicUrl)),
  );
  for (const endpoint of ENDPOINTS) {
    app.on(endpoint.method.toUpperCase(), honoPath(endpoint), (call) =>
      answer(call.req.raw, (visit) => answerCall(visit, endpoint, call.req.param())),
    );
  }
  for (const [path, methods] of methodsByPath()) {
    const headers = { Allow: [...methods, "OPTIONS"].join(", ") };
    app.all(path, (call) =>
      answer(call.req.raw, async ({ request }) => {
        if (request.method === "OPTIONS") return new Response(null, { status: 204, headers });
        throw new ApiError("method_not_allowed", "methodUnknown", {}, { headers });
      }),
    );
  }
  app.notFound((call) =>
    answer(call.req.raw, async () => {
      throw new ApiError("not_found", "addressUnknown");
    }),
  );
  app.onError((error, call) =>
    answer(call.req.raw, async () => {
      throw error;
    }),
  );
  return async (request) => app.fetch(request);
}

/** `/codes/:id` of `/codes/{id}`. */
const honoPath = ({ path }: Pick<Endpoint, "path">) => path.replaceAll(/\{(\w+)\}/g, ":$1");

function methodsByPath(): Map<string, string[]> {
  const found = new Map<string, string[]>([["/openapi.json", ["GET", "HEAD"]]]);
  for (const endpoint of ENDPOINTS) {
    const path = honoPath(endpoint);
    const also = endpoint.method === "get" ? ["GET", "HEAD"] : [endpoint.method.toUpperCase()];
    found.set(path, [...(found.get(path) ?? []), ...also]);
  }
  return found;
}
