import { BLOCK_SIZE, blockOf } from "@/lib/audit/find-blocks";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";

const AT_ONCE = 200;

/**
 * Writes down what each finished block of the log contains, the oldest first and none left out. Doing it again
 * changes nothing. Gives how many it wrote.
 */
export async function sealBlocks(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("audit:read");
  const [state] = await reader(ctx).$queryRaw<{ next: number; last: bigint }[]>`
    SELECT coalesce((SELECT max(block) + 1 FROM audit_blocks), 0) AS next,
      coalesce((SELECT max(seq) FROM audit_entries), 0) AS last`;
  if (!state) return 0;
  const end = Math.min(blockOf(state.last + 1n), state.next + AT_ONCE);
  for (let block = state.next; block < end; block += 1) await seal(ctx, block);
  return Math.max(0, end - state.next);
}

/** All pieces of one, two, three and five letters of its texts, and all keys; sorted by bytes, as words takes longer. */
async function seal(ctx: Context, block: number): Promise<void> {
  const low = BigInt(block) * BLOCK_SIZE;
  await reader(ctx).$executeRaw`
    WITH entry AS MATERIALIZED (
      SELECT seq, audit_text(actor_name, target_label, changes, details) AS text,
        audit_keys(action, actor_id, target_id, mini_program_id, campaign_id, request_id) AS keys
      FROM audit_entries WHERE seq > ${low}::bigint AND seq <= ${low + BLOCK_SIZE}::bigint
    ), piece AS (
      SELECT letter AS one, letter || lead(letter) OVER entry AS two,
        letter || lead(letter) OVER entry || lead(letter, 2) OVER entry AS three,
        letter || lead(letter) OVER entry || lead(letter, 2) OVER entry || lead(letter, 3) OVER entry
          || lead(letter, 4) OVER entry AS five
      FROM (SELECT DISTINCT text FROM entry) AS texts,
        string_to_table(text, NULL) WITH ORDINALITY AS letters (letter, place)
      WINDOW entry AS (PARTITION BY text ORDER BY place)
    )
    INSERT INTO audit_blocks (block, terms)
    SELECT ${block}::int, coalesce(array_agg(DISTINCT term), '{}') FROM (
      SELECT unnest(keys) COLLATE "C" AS term FROM entry UNION
      SELECT unnest(ARRAY[one, two, three, five]) COLLATE "C" FROM piece
    ) AS terms WHERE term IS NOT NULL
    ON CONFLICT (block) DO NOTHING`;
}
