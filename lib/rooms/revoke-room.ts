import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { RoomId } from "@/lib/rooms/schema";

/** Closes a room: from now on its address answers nobody, whoever is inside included. Closing it again changes nothing. */
export async function revokeRoom(ctx: Context, input: RoomId): Promise<void> {
  authorize(ctx, "rooms:write");
  const { roomId } = RoomId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const room = await tx.logRoom.findUnique({ where: { id: roomId }, select: { name: true } });
    if (!room) throw new NotFoundError("logRoom");
    const { count } = await tx.logRoom.updateMany({
      where: { id: roomId, revokedAt: null },
      data: { revokedAt: await databaseNow(tx), revokedBy: ctx.actor.name },
    });
    if (count === 0) return;
    await appendEntry(tctx, {
      action: "log_room.revoked",
      target: { kind: "log_room", id: roomId, label: room.name },
      details: {},
    });
  });
}
