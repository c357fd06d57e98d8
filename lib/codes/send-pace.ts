import { CALLS_PER_MINUTE } from "@/lib/codes/schema";
import type { Database } from "@/lib/db/client";

/** After a minute's limit was met: that much slower, and back by this part of the whole each second. */
const LOWERED_TO = 0.8;
const RISE_PER_SECOND = 0.005;
const SLOWEST = 0.1;
/** Refusals that come together count once. */
const LOWERED_ONCE_SECONDS = 10;
/** Time lost on the way may be made up for, a few calls at once. */
const CATCH_UP_SECONDS = 0.1;

export interface GrantedSends {
  /** From now to the first call. */
  waitMs: number;
  /** From one call to the next. */
  spacingMs: number;
}

/**
 * Books the next `count` calls of a mini program, one after the other at the steady pace. Every
 * process books in the same row, by the database's clock, so together they never go faster.
 * Who does not wait for the first call has at least made the others wait.
 */
export async function takeSends(
  db: Database,
  miniProgramId: string,
  count: number,
): Promise<GrantedSends> {
  const [granted] = await db.$queryRaw<{ untilEndMs: number; spacingMs: number }[]>`
    INSERT INTO send_paces AS pace (mini_program_id, next_at, per_minute, lowered_at)
    VALUES (${miniProgramId}::uuid,
      clock_timestamp() + make_interval(secs => ${(count * 60) / CALLS_PER_MINUTE}::float),
      ${CALLS_PER_MINUTE}::float, to_timestamp(0))
    ON CONFLICT (mini_program_id) DO UPDATE SET next_at =
      greatest(pace.next_at, clock_timestamp() - make_interval(secs => ${CATCH_UP_SECONDS}::float))
      + make_interval(secs => ${count * 60}::float / least(${CALLS_PER_MINUTE}::float, pace.per_minute
        + ${CALLS_PER_MINUTE * RISE_PER_SECOND}::float
          * extract(epoch FROM clock_timestamp() - pace.lowered_at)::float))
    RETURNING
      extract(epoch FROM next_at - clock_timestamp())::float * 1000 AS "untilEndMs",
      60000 / least(${CALLS_PER_MINUTE}::float, per_minute
        + ${CALLS_PER_MINUTE * RISE_PER_SECOND}::float
          * extract(epoch FROM clock_timestamp() - lowered_at)::float) AS "spacingMs"`;
  if (!granted) throw new Error("A pace was asked for and none given.");
  const { untilEndMs, spacingMs } = granted;
  return { waitMs: Math.max(0, untilEndMs - count * spacingMs), spacingMs };
}

/** WeChat says it was too fast: everyone slows down, and recovers within about two minutes. */
export async function lowerPace(db: Database, miniProgramId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE send_paces SET
      per_minute = greatest(${CALLS_PER_MINUTE * SLOWEST}::float,
        ${LOWERED_TO}::float * least(${CALLS_PER_MINUTE}::float, per_minute
          + ${CALLS_PER_MINUTE * RISE_PER_SECOND}::float
            * extract(epoch FROM clock_timestamp() - lowered_at)::float)),
      lowered_at = clock_timestamp()
    WHERE mini_program_id = ${miniProgramId}::uuid
      AND lowered_at < clock_timestamp() - make_interval(secs => ${LOWERED_ONCE_SECONDS})`;
}
