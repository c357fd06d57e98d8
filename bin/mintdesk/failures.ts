import { z } from "zod";

/** What is read of a problem; a newer server may say more. */
export const Problem = z.looseObject({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.looseObject({ pointer: z.string(), detail: z.string() })).optional(),
  quotaUsed: z.string().optional(),
  codeId: z.string().optional(),
});
export type Problem = z.output<typeof Problem>;

/** The server said no. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The command was called wrongly; the text says how it goes. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Nothing came back, however often it was tried. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** Something came back that is no answer of Mintdesk. */
export class BrokenAnswer extends Error {
  override readonly name = "BrokenAnswer";
}

/** Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
