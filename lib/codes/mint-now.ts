import { attemptMint } from "@/lib/codes/attempt-mint";
import { takeSends } from "@/lib/codes/send-pace";
import type { Context } from "@/lib/core/context";

/** Mints one code ahead of every batch, which its place in the pace then makes wait. */
export async function mintNow(ctx: Context, codeId: string, miniProgramId: string): Promise<void> {
  await takeSends(ctx.runtime.db, miniProgramId, 1);
  await attemptMint(ctx, codeId, miniProgramId);
}
