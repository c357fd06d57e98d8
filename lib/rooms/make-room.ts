import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, InvalidInputError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { hashLinkToken, newLinkToken } from "@/lib/packs/link-token";
import { hashPassword } from "@/lib/people/hash-password";
import { nameSlice } from "@/lib/rooms/name-slice";
import { MakeRoomInput, OPEN_ROOMS_MAX } from "@/lib/rooms/schema";
import type { MadeRoom, RoomSlice } from "@/lib/rooms/schema";
import { sliceColumns } from "@/lib/rooms/slice-columns";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes an address under which somebody without an account reads a slice of the log, for some days. Throws
 * NotFoundError for a campaign or mini program that is not there, ConflictError when too many rooms are open.
 */
export async function makeRoom(ctx: Context, input: MakeRoomInput): Promise<MadeRoom> {
  authorize(ctx, "rooms:write");
  const { name, slice, days, password, mayExport } = MakeRoomInput.parse(input);
  requireRange(slice);
  const token = newLinkToken();
  const passwordHash = password === null ? null : await hashPassword(password);
  return withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const createdAt = await databaseNow(tx);
    await requireFewOpen(tx, createdAt);
    const namedSlice = await nameSlice(tx, slice);
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    const { id } = await tx.logRoom.create({
      data: {
        ...sliceColumns(slice),
        name,
        tokenHash: hashLinkToken(token),
        passwordHash,
        expiresAt,
        mayExport,
        createdById: ctx.actor.id,
        createdBy: ctx.actor.name,
        createdAt,
      },
    });
    await appendEntry(tctx, {
      action: "log_room.made",
      target: { kind: "log_room", id, label: name },
      details: {
        expiresAt: expiresAt.toISOString(),
        hasPassword: password !== null,
        mayExport,
        slice: namedSlice,
        fields: slice.fields,
        redactions: slice.redactions,
      },
    });
    return { roomId: id, url: `${ctx.runtime.env.gateUrl}/room/${token}`, expiresAt };
  });
}

function requireRange({ from, until }: RoomSlice): void {
  if (from === null || until === null || new Date(from) < new Date(until)) return;
  throw new InvalidInputError("roomRange", "slice.until");
}

/** Rooms are made one after the other, so that two at once do not both take the last place. */
async function requireFewOpen(tx: Transaction, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('make-room', 0))::text`;
  const openCount = await tx.logRoom.count({ where: { revokedAt: null, expiresAt: { gt: now } } });
  if (openCount >= OPEN_ROOMS_MAX) throw new ConflictError("roomsTooMany", { openCount });
}
