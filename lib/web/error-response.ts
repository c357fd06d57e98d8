import type { PublicError } from "@/lib/web/public-error";
import { httpStatus } from "@/lib/web/public-error";

/** A failure as a route answers it; one that passes by itself says when. */
export function errorResponse(problem: PublicError): Response {
  const headers = new Headers({ "Cache-Control": "private, no-store" });
  const { seconds } = problem.values;
  if (problem.code === "throttled" && seconds !== undefined) {
    headers.set("Retry-After", String(seconds));
  }
  return Response.json(problem, { status: httpStatus(problem.code), headers });
}
