import { Prisma } from "@/lib/db/generated/client";
import type { Database } from "@/lib/db/client";
import { CALLS_PER_MINUTE_MAX } from "@/lib/quota/schema";

/** After a minute's limit was met: that much slower, and back by this part of the whole each second. */
const LOWERED_TO = 0.8;
const RISE_PER_SECOND = 0.005;
const SLOWEST = 0.1;
/** Refusals that come together count once. */
const LOWERED_ONCE_SECONDS = 10;
/** Time lost on the way may be made up for, a few calls at once. */
const CATCH_UP_SECONDS = 0.2;

export interface GrantedSends {
  /** From now to the first call. */
  waitMs: number;
  /** From one call to the next. */
  spacingMs: number;
}

/** Calls a minute now: the mini program's setting, or what a limit that was met left of it. */
const SPEED = Prisma.sql`(SELECT least(calls_per_minute, pace.per_minute + calls_per_minute * ${RISE_PER_SECOND}::float
  * extract(epoch FROM clock_timestamp() - pace.lowered_at)::float)
  FROM quota_counters WHERE quota_counters.mini_program_id = pace.mini_program_id)`;

/**
 * Books the next `count` calls of a mini program, one after the other at its steady pace. Every
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
    SELECT mini_program_id, clock_timestamp() + make_interval(secs => ${count * 60}::float / calls_per_minute),
      ${CALLS_PER_MINUTE_MAX}::float, to_timestamp(0)
    FROM quota_counters WHERE mini_program_id = ${miniProgramId}::uuid
    ON CONFLICT (mini_program_id) DO UPDATE SET next_at =
      greatest(pace.next_at, clock_timestamp() - make_interval(secs => ${CATCH_UP_SECONDS}::float))
      + make_interval(secs => ${count * 60}::float / ${SPEED})
    RETURNING extract(epoch FROM next_at - clock_timestamp())::float * 1000 AS "untilEndMs",
      60000 / ${SPEED} AS "spacingMs"`;
  if (!granted) throw new Error("A pace was asked for and none given.");
  const { untilEndMs, spacingMs } = granted;
  return { waitMs: Math.max(0, untilEndMs - count * spacingMs), spacingMs };
}

/** WeChat says it was too fast: everyone slows down, and recovers within about two minutes. */
export async function lowerPace(db: Database, miniProgramId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE send_paces AS pace SET lowered_at = clock_timestamp(), per_minute = greatest(
      ${LOWERED_TO}::float * ${SPEED},
      (SELECT ${SLOWEST}::float * calls_per_minute FROM quota_counters
        WHERE quota_counters.mini_program_id = pace.mini_program_id))
    WHERE mini_program_id = ${miniProgramId}::uuid
      AND lowered_at < clock_timestamp() - make_interval(secs => ${LOWERED_ONCE_SECONDS})`;
}
