import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";

/** Writes down that somebody was not let in under this mail address. */
export async function recordRefusedSignIn(ctx: Context, email: string): Promise<void> {
  await withTransaction(ctx, (tctx) =>
    appendEntry(tctx, {
      action: "user.sign_in_failed",
      target: { kind: "user", id: null, label: email },
      details: { email },
    }),
  );
}
