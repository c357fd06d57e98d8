import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { MakePackLinkInput, OPEN_LINKS_MAX } from "@/lib/packs/link-schema";
import type { MadePackLink } from "@/lib/packs/link-schema";
import { hashLinkToken, newLinkToken } from "@/lib/packs/link-token";
import { hashPassword } from "@/lib/people/hash-password";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes an address under which somebody without an account may take a pack away, for some days and so many times.
 * It ends with the pack at the latest. Throws ConflictError when the pack is not ready, or has too many links.
 */
export async function makePackLink(ctx: Context, input: MakePackLinkInput): Promise<MadePackLink> {
  authorize(ctx, "packs:write");
  const { packId, name, days, takesMax, password } = MakePackLinkInput.parse(input);
  const token = newLinkToken();
  const passwordHash = password === null ? null : await hashPassword(password);
  return withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const pack = await holdReadyPack(tx, packId);
    const createdAt = await databaseNow(tx);
    await requireRoom(tx, packId, createdAt);
    const wantedMs = createdAt.getTime() + days * DAY_MS;
    const expiresAt = new Date(Math.min(wantedMs, pack.removeAt?.getTime() ?? wantedMs));
    const { id } = await tx.packLink.create({
      data: {
        packId,
        name,
        tokenHash: hashLinkToken(token),
        passwordHash,
        expiresAt,
        takesMax,
        createdById: ctx.actor.id,
        createdBy: ctx.actor.name,
        createdAt,
      },
    });
    await appendEntry(tctx, {
      action: "pack.link_made",
      target: { kind: "pack", id: packId, label: pack.name },
      details: {
        link: name,
        expiresAt: expiresAt.toISOString(),
        takesMax,
        hasPassword: password !== null,
      },
    });
    return { linkId: id, url: `${ctx.runtime.env.gateUrl}/pack/${token}`, expiresAt };
  });
}

/** Until the transaction ends it stays ready, and gets links one after the other. */
async function holdReadyPack(tx: Transaction, packId: string) {
  const [pack] = await tx.$queryRaw<{ name: string; status: string; removeAt: Date | null }[]>`
    SELECT name, status::text, remove_at AS "removeAt" FROM packs WHERE id = ${packId}::uuid FOR NO KEY UPDATE`;
  if (!pack) throw new NotFoundError("pack");
  if (pack.status !== "ready") throw new ConflictError("packNotReadyToShare");
  return pack;
}

async function requireRoom(tx: Transaction, packId: string, now: Date): Promise<void> {
  const where = { packId, revokedAt: null, expiresAt: { gt: now } };
  const openCount = await tx.packLink.count({ where });
  if (openCount >= OPEN_LINKS_MAX) throw new ConflictError("packLinksTooMany", { openCount });
}
