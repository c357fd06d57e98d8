import { randomUUID } from "node:crypto";
import type { CodeParameters } from "@/lib/codes/code-parameters";
import { giveBack } from "@/lib/codes/give-back";
import type { Context } from "@/lib/core/context";
import { Prisma } from "@/lib/db/generated/client";

/** A code that is `sent`: what WeChat is to be asked, and who asks. */
export interface StartedCode extends CodeParameters {
  id: string;
  miniProgramId: string;
  attemptToken: string;
  minterId: string;
  /** Null without a batch. */
  batchRow: number | null;
}

/**
 * Commits `sent` under a new attempt token before the first byte goes out, in this process's name.
 * Null when the code is not waiting to be sent (another process has it).
 */
export async function startAttempt(ctx: Context, codeId: string): Promise<StartedCode | null> {
  const one = Prisma.sql`SELECT id FROM codes
    WHERE id = ${codeId}::uuid AND status = 'queued' AND NOT is_awaiting_approval FOR UPDATE`;
  const [started] = await startAttempts(ctx, one, 1);
  return started ?? null;
}

/** The same for up to `most` codes that a query gives; it locks queued ones that need nobody's approval. */
export async function startAttempts(
  ctx: Context,
  codeIds: Prisma.Sql,
  most: number,
): Promise<StartedCode[]> {
  const { db, minter } = ctx.runtime;
  const minterId = await minter.ready();
  const tokens = Array.from({ length: most }, () => randomUUID());
  try {
    return await db.$queryRaw<StartedCode[]>`
      UPDATE codes SET status = 'sent', attempt_token = picked.token, minter_id = ${minterId}::uuid,
        attempt_count = attempt_count + 1, sent_at = clock_timestamp(), claimed_until = NULL, held_until = NULL,
        failure_errcode = NULL, failure_why = NULL, failure_message = NULL, failure_rid = NULL,
        updated_at = clock_timestamp()
      FROM (
        SELECT queued.id, (${tokens}::uuid[])[row_number() OVER ()] AS token FROM (${codeIds}) AS queued
      ) AS picked
      WHERE codes.id = picked.id
      RETURNING codes.id, mini_program_id AS "miniProgramId", attempt_token AS "attemptToken",
        minter_id AS "minterId", batch_row AS "batchRow", kind::text AS kind, target, scene,
        env_version::text AS "envVersion", check_path AS "checkPath", width, auto_color AS "autoColor",
        line_color AS "lineColor", is_hyaline AS "isHyaline"`;
  } catch (error) {
    // It may have been committed all the same, and nobody but this process would ever know.
    void giveBack(ctx.runtime, minterId, tokens);
    throw error;
  }
}
