import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { packHead } from "@/lib/packs/pack-head";
import type { PackHead } from "@/lib/packs/pack-head";
import { requireReady } from "@/lib/packs/require-ready";
import { PeekPackInput } from "@/lib/packs/take-schema";

/**
 * What taking a pack would be answered, without its bytes: looking takes nothing. Throws NotFoundError, and
 * ConflictError while there is nothing to take.
 */
export async function peekPack(
  ctx: Context,
  input: PeekPackInput,
): Promise<PackHead & { fileName: string; byteSize: number }> {
  authorize(ctx, "packs:read");
  const { success, data } = PeekPackInput.safeParse(input);
  if (!success) throw new NotFoundError("pack");
  const { packId, ...asked } = data;
  const pack = requireReady(await reader(ctx).pack.findUnique({ where: { id: packId } }));
  const { fileName, byteSize } = pack;
  return { ...packHead(pack, asked), fileName, byteSize };
}
