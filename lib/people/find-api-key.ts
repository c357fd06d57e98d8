import { permissionsOf } from "@/lib/access/scopes";
import type { Actor } from "@/lib/core/context";
import { apiKeyRow } from "@/lib/people/api-key-row";
import { isApiKeyShape } from "@/lib/people/api-key-text";
import { hashSecretToken } from "@/lib/people/secret-token";
import type { Runtime } from "@/lib/runtime";

const USED_EVERY_MS = 60_000;

/**
 * The person behind a key, limited to its scopes; null alike for one that expired, was revoked or is of a disabled
 * person, and for an unknown one. Asked on every request, so a revoked key is out at once.
 */
export async function findApiKey(runtime: Runtime, key: string, now: Date): Promise<Actor | null> {
  if (!isApiKeyShape(key)) return null;
  const { db } = runtime;
  // The database compares hashes, whose bytes nobody can steer: its time tells nothing about the key.
  const kept = await db.apiKey.findUnique({
    where: { keyHash: hashSecretToken(key) },
    include: { user: true },
  });
  if (!kept || kept.user.disabledAt) return null;
  const { state, scopes } = apiKeyRow(kept, now);
  if (state !== "working") return null;
  const { id, lastUsedAt } = kept;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > USED_EVERY_MS) {
    await db.apiKey.update({ where: { id }, data: { lastUsedAt: now } });
  }
  const { user } = kept;
  const limitedTo = permissionsOf(scopes);
  return { kind: "user", id: user.id, name: user.name, role: user.role, limitedTo, scopes };
}
