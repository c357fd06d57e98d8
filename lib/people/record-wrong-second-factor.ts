import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import type { User } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";

/** Writes down that the password was right and the second factor was not. */
export async function recordWrongSecondFactor(ctx: Context, user: User): Promise<void> {
  await withTransaction(ctx, (tctx) =>
    appendEntry(tctx, {
      action: "user.second_factor_failed",
      target: { kind: "user", id: user.id, label: user.name },
      details: { email: user.email },
    }),
  );
}
