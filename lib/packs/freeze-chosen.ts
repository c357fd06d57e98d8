import { InvalidInputError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";
import { CHOSEN_MAX, judgedSql, toLeftOut } from "@/lib/packs/chosen-sql";
import type { ParsedSelection, ReasonCount } from "@/lib/packs/chosen-sql";
import { requireChosen } from "@/lib/packs/require-chosen";
import { LEFT_OUT_REASONS, PACK_CODES_MAX } from "@/lib/packs/schema";
import type { LeftOut } from "@/lib/packs/schema";

interface Frozen {
  codeCount: number;
  leftOut: LeftOut;
  /** Writes them down as those of a pack. */
  insertCodes: (packId: string) => Promise<void>;
}

/**
 * Holds still which codes are chosen, inside the database, until the commit. Throws InvalidInputError when none may
 * be in a pack, with the reasons, or when they are too many.
 */
export async function freezeChosen(
  { tx }: TransactionContext,
  selection: ParsedSelection,
): Promise<Frozen> {
  await requireChosen(tx, selection);
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE chosen_codes
      (place int, code_id uuid, label text, tags text[], campaign_name text, reason text) ON COMMIT DROP`;
  await tx.$executeRaw`
    INSERT INTO chosen_codes SELECT place, id, label, tags, campaign_name, reason
    FROM (${judgedSql(selection)}) AS judged`;
  const counts = await tx.$queryRaw<ReasonCount[]>`
    SELECT reason, count(*)::int AS count FROM chosen_codes GROUP BY reason`;
  const codeCount = counts.find(({ reason }) => reason === null)?.count ?? 0;
  const leftOut = toLeftOut(counts);
  const chosenCount = counts.reduce((sum, { count }) => sum + count, 0);
  if (chosenCount === 0) throw new InvalidInputError("packNothingFound", "selection");
  if (codeCount > PACK_CODES_MAX || chosenCount > CHOSEN_MAX) {
    throw new InvalidInputError("packTooMany", "selection", { most: PACK_CODES_MAX });
  }
  if (codeCount === 0) throw new InvalidInputError("packEmpty", "selection", everyReason(leftOut));
  return {
    codeCount,
    leftOut,
    async insertCodes(packId) {
      await tx.$executeRaw`
        INSERT INTO pack_codes (pack_id, position, code_id, label, tags, campaign_name)
        SELECT ${packId}::uuid, place, code_id, label, tags, campaign_name
        FROM chosen_codes WHERE reason IS NULL ORDER BY place`;
    },
  };
}

function everyReason(leftOut: LeftOut): Record<string, number> {
  return Object.fromEntries(LEFT_OUT_REASONS.map((reason) => [reason, leftOut[reason] ?? 0]));
}
