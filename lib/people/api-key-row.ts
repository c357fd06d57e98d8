import { SCOPES } from "@/lib/access/scopes";
import type { ApiKey } from "@/lib/db/generated/client";
import type { ApiKeyRow, ApiKeyState } from "@/lib/people/api-key-schema";

/** A key as it may be shown. */
export function apiKeyRow(key: ApiKey, now: Date): ApiKeyRow {
  const { id, name, prefix, createdAt, expiresAt, lastUsedAt } = key;
  const scopes = SCOPES.filter((scope) => key.scopes.includes(scope));
  return { id, name, prefix, scopes, state: stateOf(key, now), createdAt, expiresAt, lastUsedAt };
}

function stateOf({ revokedAt, expiresAt }: ApiKey, now: Date): ApiKeyState {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "working";
}
