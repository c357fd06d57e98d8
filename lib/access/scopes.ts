import type { Permission } from "@/lib/access/roles";

const READ: readonly Permission[] = ["miniPrograms:read", "campaigns:read", "codes:read"];

/** What an API key may be given, and the permissions it stands for; the person's role limits it further. */
export const SCOPE_PERMISSIONS = {
  "codes:read": [...READ, "scenes:read", "scans:read"],
  "codes:mint": [...READ, "codes:mint"],
  "batches:write": [...READ, "codes:mint"],
  "campaigns:write": [...READ, "campaigns:write"],
  "scenes:write": [...READ, "scenes:read", "scenes:write"],
  "packs:read": [...READ, "packs:read"],
  "packs:write": [...READ, "packs:read", "packs:write"],
  "quota:read": ["miniPrograms:read", "quota:read"],
  "audit:read": ["audit:read"],
} as const satisfies Record<string, readonly Permission[]>;

export type Scope = keyof typeof SCOPE_PERMISSIONS;
export const SCOPES = Object.keys(SCOPE_PERMISSIONS) as Scope[];

/** Everything these scopes together allow. */
export function permissionsOf(scopes: readonly Scope[]): Permission[] {
  return [...new Set(scopes.flatMap((scope): readonly Permission[] => SCOPE_PERMISSIONS[scope]))];
}
