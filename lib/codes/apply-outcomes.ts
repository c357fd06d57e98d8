import { leavesDoubt } from "@/lib/codes/finished-attempt";
import type { JudgedAttempt } from "@/lib/codes/finished-attempt";
import type { TransactionContext } from "@/lib/db/transaction";

/** So that many which were held back together do not come back together. */
const SPREAD_MS = 3_000;

/** Writes outcomes into their codes, which the caller has locked, and keeps the pictures. */
export async function applyOutcomes(
  ctx: TransactionContext,
  judged: readonly JudgedAttempt[],
): Promise<void> {
  if (judged.length === 0) return;
  await keepPictures(ctx, judged);
  await ctx.tx.$executeRaw`
    UPDATE codes SET
      status = ends.status::"CodeStatus",
      held_until = clock_timestamp() + make_interval(secs => ends."holdSeconds"),
      -- Then a worker sends it, unless it is in a batch that is not over.
      claimed_until = CASE WHEN ends.status = 'queued' THEN clock_timestamp()
        + make_interval(secs => coalesce(ends."holdSeconds" + ends."spreadSeconds", 0)) END,
      held_since = CASE WHEN ends."holdSeconds" IS NOT NULL THEN coalesce(held_since, clock_timestamp())
        WHEN ends.status = 'queued' THEN held_since END,
      attempt_count = attempt_count - ends."isUnsent"::int,
      is_in_doubt = ends.status <> 'minted' AND (is_in_doubt OR ends."leavesDoubt"),
      picture_sha256 = coalesce(ends.sha256, picture_sha256),
      minted_at = CASE WHEN ends.status = 'minted' THEN clock_timestamp() ELSE minted_at END,
      failure_errcode = ends.errcode, failure_why = ends.why, failure_message = ends.message,
      failure_rid = ends.rid, updated_at = clock_timestamp()
    FROM jsonb_to_recordset(${JSON.stringify(judged.map(toEnd))}::jsonb) AS ends(
      id uuid, status text, "holdSeconds" float, "spreadSeconds" float, "isUnsent" boolean,
      "leavesDoubt" boolean, sha256 text, errcode int, why text, message text, rid text)
    WHERE codes.id = ends.id`;
}

function toEnd(end: JudgedAttempt) {
  const { code, outcome } = end;
  const isUnsent = outcome.status === "unsent";
  const isHeld = outcome.status === "held";
  const failure = "failure" in outcome ? outcome.failure : null;
  return {
    id: code.id,
    status: isUnsent || isHeld ? "queued" : outcome.status,
    holdSeconds: isHeld ? outcome.waitMs / 1_000 : null,
    spreadSeconds: (Math.random() * SPREAD_MS) / 1_000,
    isUnsent,
    leavesDoubt: leavesDoubt(end),
    sha256: outcome.status === "minted" ? outcome.picture.sha256 : null,
    errcode: failure?.errcode ?? null,
    why: failure?.why ?? null,
    message: failure?.message ?? null,
    rid: failure?.rid ?? null,
  };
}

async function keepPictures(
  ctx: TransactionContext,
  judged: readonly JudgedAttempt[],
): Promise<void> {
  const pictures = judged.flatMap(({ outcome }) =>
    outcome.status === "minted" ? [outcome.picture] : [],
  );
  if (pictures.length === 0) return;
  // In one order, like the codes.
  const data = pictures
    .toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1))
    .map((picture) => ({ ...picture, createdAt: ctx.now() }));
  await ctx.tx.picture.createMany({ data, skipDuplicates: true });
}
