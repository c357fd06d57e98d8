import type { AttemptRow } from "@/lib/webhooks/schema";

/** Key below `webhooks.failures` and what its sentence names. */
export interface AttemptTrouble {
  key: string;
  values: Record<string, string | number>;
}

const SPECIAL: Readonly<Record<number, string>> = { 410: "gone", 429: "throttled" };

/** Why an attempt counts as failed; null for one that arrived. */
export function attemptTrouble({
  httpStatus,
  failure,
}: Pick<AttemptRow, "httpStatus" | "failure">): AttemptTrouble | null {
  if (httpStatus === null) return { key: failure ?? "unknown", values: {} };
  if (httpStatus >= 200 && httpStatus < 300) return null;
  const isRedirect = httpStatus >= 300 && httpStatus < 400;
  const key = SPECIAL[httpStatus] ?? (isRedirect ? "redirect" : "status");
  return { key, values: { status: httpStatus } };
}
