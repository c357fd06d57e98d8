import type { Role } from "@/lib/core/context";

export const PERMISSIONS = [
  "miniPrograms:read",
  "miniPrograms:write",
  "quota:read",
  "quota:write",
  "campaigns:read",
  "campaigns:write",
  "scenes:read",
  "scenes:write",
  "codes:read",
  "codes:mint",
  "scans:read",
  "packs:read",
  "packs:write",
  "audit:read",
  "webhooks:write",
  "rooms:write",
  "sandbox:control",
  "people:write",
  "account:write",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const MARKETING: readonly Permission[] = [
  "miniPrograms:read",
  "quota:read",
  "campaigns:read",
  "scenes:read",
  "codes:read",
  "scans:read",
  "packs:read",
  "audit:read",
  "account:write",
];

const OPERATOR: readonly Permission[] = [
  ...MARKETING,
  "campaigns:write",
  "scenes:write",
  "codes:mint",
  "packs:write",
  "rooms:write",
  "sandbox:control",
];

/** The role matrix: the one place that says who may do what. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  admin: PERMISSIONS,
  operator: OPERATOR,
  marketing: MARKETING,
};
