import type { OidcSettings } from "@/lib/core/oidc-settings";
import type { Role } from "@/lib/core/context";

const EVERYBODY = "*";
/** Whoever has several gets the one that may do most. */
const BY_RANK: readonly Role[] = ["admin", "operator", "marketing"];

/** The role that what the provider says of a person gives them, or null: then the desk is not for them. */
export function oidcRole(
  { roleClaim, roles }: OidcSettings,
  claims: Record<string, unknown>,
): Role | null {
  const values = valuesAt(claims, roleClaim);
  const isGiven = (role: Role) =>
    roles.some(
      (pair) => pair.role === role && (pair.value === EVERYBODY || values.includes(pair.value)),
    );
  return BY_RANK.find(isGiven) ?? null;
}

/** The texts at a dotted path; a claim may itself have dots in its name, as those that are addresses do. */
function valuesAt(claims: Record<string, unknown>, claim: string): unknown[] {
  const found = Object.hasOwn(claims, claim)
    ? claims[claim]
    : claim.split(".").reduce<unknown>(stepInto, claims);
  return Array.isArray(found) ? found : [found];
}

function stepInto(node: unknown, name: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return undefined;
  return (node as Record<string, unknown>)[name];
}
