import { NotFoundError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";

/** The name of the mini program messages are narrowed to; null: of every one. Throws NotFoundError. */
export async function requireMiniProgram(
  { tx }: TransactionContext,
  miniProgramId: string | null,
): Promise<string | null> {
  if (miniProgramId === null) return null;
  const found = await tx.miniProgram.findUnique({
    where: { id: miniProgramId },
    select: { name: true },
  });
  if (!found) throw new NotFoundError("miniProgram");
  return found.name;
}
