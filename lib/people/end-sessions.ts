import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { endSessionsOf } from "@/lib/people/end-sessions-of";

const EndSessionsInput = z.object({ userId: z.uuid() });

/** An admin throws a person out: every session of theirs is over with the next request. */
export async function endSessions(ctx: Context, input: { userId: string }): Promise<void> {
  authorize(ctx, "people:write");
  const { userId } = EndSessionsInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const user = await tctx.tx.user.findUnique({ where: { id: userId } });
    if (!user) throw new NotFoundError("user");
    const endedSessionCount = await endSessionsOf(tctx, userId);
    await appendEntry(tctx, {
      action: "user.sessions_ended",
      target: { kind: "user", id: userId, label: user.name },
      details: { endedSessionCount },
    });
  });
}
