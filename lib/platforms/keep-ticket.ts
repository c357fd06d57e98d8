import type { Context } from "@/lib/core/context";
import type { Platform } from "@/lib/db/generated/client";
import { sealPlatformSecret } from "@/lib/platforms/platform-secret";

/** Keeps the newest ticket; a push that was late changes nothing. */
export async function keepTicket(
  ctx: Context,
  platform: Platform,
  { ticket, createdAt }: { ticket: string; createdAt: Date },
): Promise<void> {
  await ctx.runtime.db.platform.updateMany({
    where: { id: platform.id, OR: [{ ticketAt: null }, { ticketAt: { lte: createdAt } }] },
    data: {
      ticketCiphertext: sealPlatformSecret(ctx.runtime, platform.id, "ticket", ticket),
      ticketAt: createdAt,
    },
  });
}
