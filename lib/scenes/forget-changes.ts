import type { TransactionContext } from "@/lib/db/transaction";

/** Puts scenes back into use. */
export async function forgetRetirement(
  ctx: TransactionContext,
  sceneIds: readonly string[],
): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE scenes SET retired_at = NULL, retired_why = NULL, retired_note = '', retired_by_name = NULL,
      fallback_page = NULL, fallback_payload = NULL
    WHERE id = ANY (${sceneIds}::uuid[]) AND retired_at IS NOT NULL`;
}

/** For scenes that come to mean something else because nothing was ever printed of them: they begin anew. */
export async function forgetChanges(
  ctx: TransactionContext,
  sceneIds: readonly string[],
): Promise<void> {
  await ctx.tx.$executeRaw`DELETE FROM scene_versions WHERE scene_id = ANY (${sceneIds}::uuid[])`;
  await forgetRetirement(ctx, sceneIds);
}
