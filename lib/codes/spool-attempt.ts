import { z } from "zod";
import type { ActorsAttempt, FinishedAttempt } from "@/lib/codes/finished-attempt";
import type { Actor, Context } from "@/lib/core/context";
import { log } from "@/lib/log";

/** What lies in the spool. We wrote it ourselves, so its parts are only looked at as far as they are told apart. */
const SpooledAttempt = z.object({
  version: z.literal(1),
  actor: z.custom<Actor>((value) => typeof value === "object" && value !== null),
  requestId: z.string(),
  address: z.string().nullable(),
  attempt: z.object({
    codeId: z.uuid(),
    attemptToken: z.uuid(),
    outcome: z.custom<FinishedAttempt["outcome"]>(
      (value) => z.object({ status: z.string() }).safeParse(value).success,
    ),
    calls: z.array(
      z.looseObject({ id: z.uuid(), startedAt: z.coerce.date() }) as unknown as z.ZodType<
        FinishedAttempt["calls"][number]
      >,
    ),
  }),
});

/** Keeps an end of an attempt on disk while it cannot be committed. Never rejects: it is a second chance. */
export async function spoolAttempt({ ctx, attempt }: ActorsAttempt): Promise<void> {
  const { actor, requestId, address } = ctx;
  const text = JSON.stringify({ version: 1, actor, requestId, address, attempt });
  try {
    await ctx.runtime.spool.put(attempt.attemptToken, text);
  } catch (error) {
    log.warn({ err: error, codeId: attempt.codeId }, "a result could not be kept on disk");
  }
}

/** What `spoolAttempt` wrote, in the name of who acted. Throws on anything else. */
export function readSpooled(ctx: Context, text: string): ActorsAttempt {
  const { attempt, actor, requestId, address } = SpooledAttempt.parse(JSON.parse(text));
  return { ctx: { ...ctx, actor, requestId, address }, attempt };
}
