import { z } from "zod";
import { SCOPES } from "@/lib/access/scopes";
import type { Scope } from "@/lib/access/scopes";

export const API_KEY_NAME_MAX_LENGTH = 60;
export const API_KEY_DAYS_MAX = 730;
/** Of one person, working at the same time. */
export const API_KEYS_MAX = 20;

/** `options` are all there are. */
export const ApiKeyScope = z.enum(SCOPES);

export const MakeApiKeyInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: "apiKeyNameMissing" })
    .max(API_KEY_NAME_MAX_LENGTH, { error: "apiKeyNameLong" }),
  scopes: z
    .array(ApiKeyScope)
    .min(1, { error: "apiKeyScopesNone" })
    .max(SCOPES.length)
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
  /** Null: until it is revoked. */
  days: z
    .int({ error: "apiKeyDays" })
    .min(1, { error: "apiKeyDays" })
    .max(API_KEY_DAYS_MAX, { error: "apiKeyDays" })
    .nullable(),
});
export type MakeApiKeyInput = z.input<typeof MakeApiKeyInput>;

/** The key is told here and never again. */
export interface MadeApiKey {
  keyId: string;
  key: string;
  expiresAt: Date | null;
}

export const ApiKeyId = z.strictObject({ keyId: z.uuid() });
export type ApiKeyId = z.infer<typeof ApiKeyId>;

export const API_KEY_STATES = ["working", "expired", "revoked"] as const;
export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** A key as the desk shows it. */
export interface ApiKeyRow {
  id: string;
  name: string;
  /** `mk_` and its first letters. */
  prefix: string;
  scopes: readonly Scope[];
  state: ApiKeyState;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

/** Anybody's key, for administrators. */
export interface OwnedApiKeyRow extends ApiKeyRow {
  userId: string;
  owner: string;
  /** A disabled person's keys do not work. */
  isOwnerDisabled: boolean;
}
