import { parseAccept } from "hono/utils/accept";
import { ApiError } from "@/lib/api/problem";
import type { Endpoint } from "@/lib/api/endpoint";

/** Throws ApiError `not_acceptable` when Accept leaves out all that a call can answer with. */
export function requireAcceptable(
  { answer, answerMedia = [] }: Pick<Endpoint, "answer" | "answerMedia">,
  request: Request,
): void {
  const accept = request.headers.get("accept");
  const known = [...(answer ? ["application/json"] : []), ...answerMedia];
  if (accept === null || known.length === 0) return;
  const ranges = parseAccept(accept);
  if (ranges.length === 0 || known.some((type) => isAccepted(type, ranges))) return;
  throw new ApiError("not_acceptable", "acceptUnknown", { known: known.join(", ") });
}

/** By the range that says most about the type. */
function isAccepted(type: string, ranges: { type: string; q: number }[]): boolean {
  const [family = ""] = type.split("/");
  for (const wanted of [type, `${family}/*`, "*/*"]) {
    const range = ranges.find((said) => said.type.toLowerCase() === wanted);
    if (range) return range.q > 0;
  }
  return false;
}
