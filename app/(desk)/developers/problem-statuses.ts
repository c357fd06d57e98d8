import { ApiError, PROBLEM_CODES, problemResponse } from "@/lib/api/problem";
import type { ProblemCode } from "@/lib/api/problem";

/** Every code a problem may have, with the status it is answered with. */
export async function problemStatuses(): Promise<{ code: ProblemCode; status: number }[]> {
  const told = PROBLEM_CODES.map(async (code) => {
    const problem = new ApiError(code, "inputInvalid");
    const edge = { requestId: "", locale: "en", publicUrl: "" } as const;
    return { code, status: (await problemResponse(problem, edge)).status };
  });
  return (await Promise.all(told)).toSorted((one, other) => one.status - other.status);
}
