import { Refusal } from "./failures";
import type { Problem } from "./failures";
import type { Say } from "./say";

/** What a person reads of a failure. */
export function tellFailure(error: unknown, say: Say): string {
  if (error instanceof Refusal) return tellProblem(error.problem, say);
  return error instanceof Error ? error.message : String(error);
}

function tellProblem(problem: Problem, say: Say): string {
  const { detail, errors = [], quotaUsed, codeId, requestId } = problem;
  const faults = errors.map(({ pointer, detail: fault }) =>
    // The first fault is often the whole story, told above already.
    fault === detail ? `  ${pointer}` : `  ${pointer}  ${fault}`,
  );
  return [
    detail,
    ...faults,
    ...(quotaUsed === "no" ? [say("quotaNotUsed")] : []),
    ...(quotaUsed === "unknown" ? [say("quotaUnknown")] : []),
    ...(codeId === undefined ? [] : [say("aboutCode", { id: codeId })]),
    say("requestId", { id: requestId }),
  ].join("\n");
}

/** What a program reads of it. */
export function failureDocument(error: unknown): unknown {
  if (error instanceof Refusal) return { error: error.problem };
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { error: { code: NAMES[name] ?? "unexpected", detail: message } };
}

const NAMES: Record<string, string> = {
  UsageError: "usage",
  Unreachable: "unreachable",
  BrokenAnswer: "answer_not_understood",
  Interrupted: "interrupted",
};
