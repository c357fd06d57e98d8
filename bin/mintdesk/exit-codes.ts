import { BrokenAnswer, Interrupted, Refusal, Unreachable, UsageError } from "./failures";

/** What a command ends with; docs/command-line.md explains them. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  refused: 3,
  notFound: 4,
  conflict: 5,
  wechat: 6,
  unreachable: 7,
  interrupted: 130,
} as const;

const BY_CODE: Record<string, number> = {
  not_found: EXIT.notFound,
  conflict: EXIT.conflict,
  idempotency_in_progress: EXIT.conflict,
  precondition_failed: EXIT.conflict,
  quota_exhausted: EXIT.conflict,
  wechat_refused: EXIT.wechat,
  wechat_unreachable: EXIT.wechat,
  outcome_unknown: EXIT.wechat,
};

export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof Unreachable) return EXIT.unreachable;
  if (error instanceof BrokenAnswer) return EXIT.unexpected;
  if (!(error instanceof Refusal)) return EXIT.unexpected;
  const { code, status } = error.problem;
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (status >= 500) return EXIT.unexpected;
  return EXIT.refused;
}
