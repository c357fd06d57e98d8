import { authorize } from "@/lib/access/authorize";
import { permissionsOf } from "@/lib/access/scopes";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotSignedInError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import { withTransaction } from "@/lib/db/transaction";
import { API_KEYS_MAX, MakeApiKeyInput } from "@/lib/people/api-key-schema";
import type { MadeApiKey } from "@/lib/people/api-key-schema";
import { newApiKey } from "@/lib/people/api-key-text";
import { hashSecretToken } from "@/lib/people/secret-token";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes a key with which a program acts for the caller, within scopes. It can be given no more than the caller may do
 * here and now. Throws ForbiddenError for a scope beyond that, ConflictError when the caller has too many keys.
 */
export async function makeApiKey(ctx: Context, input: MakeApiKeyInput): Promise<MadeApiKey> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { name, scopes, days } = MakeApiKeyInput.parse(input);
  for (const permission of permissionsOf(scopes)) authorize(ctx, permission);
  const { id: userId } = ctx.actor;
  const { key, prefix } = newApiKey();
  const createdAt = ctx.now();
  const expiresAt = days === null ? null : new Date(createdAt.getTime() + days * DAY_MS);
  return withTransaction(ctx, async (tctx) => {
    await requireRoom(tctx.tx, userId, createdAt);
    const { id: keyId } = await tctx.tx.apiKey.create({
      data: { userId, name, prefix, keyHash: hashSecretToken(key), scopes, createdAt, expiresAt },
    });
    await appendEntry(tctx, {
      action: "api_key.made",
      target: { kind: "api_key", id: keyId, label: name },
      details: { scopes, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return { keyId, key, expiresAt };
  });
}

/** Two keys at once count one another: the person's row is held meanwhile. */
async function requireRoom(tx: Transaction, userId: string, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  const keyCount = await tx.apiKey.count({
    where: { userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });
  if (keyCount >= API_KEYS_MAX) throw new ConflictError("apiKeysMany", { most: API_KEYS_MAX });
}
