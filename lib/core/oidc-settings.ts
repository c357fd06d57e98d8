import { z } from "zod";
import { ROLES } from "@/lib/core/context";
import type { Role } from "@/lib/core/context";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

const Issuer = z
  .url({ error: "must be the address of the identity provider, such as https://id.company.com" })
  .refine(isTrustworthy, { error: "must be https; plain http is for this very machine only" })
  .transform((url) => url.replace(/\/+$/, ""));

/** `admin=desk-admins,operator=desk-ops,marketing=*`: role, and who of the provider's has it; `*` is everybody. */
const RoleList = z.string().transform((text, issues): OidcRole[] => {
  const pairs = text.split(",").map((pair) => {
    const [role = "", ...rest] = pair.split("=");
    return { role: ROLES.find((known) => known === role.trim()), value: rest.join("=").trim() };
  });
  return pairs.flatMap(({ role, value }) => {
    if (role && value !== "") return [{ role, value }];
    issues.addIssue("must be pairs such as admin=desk-admins,operator=desk-ops,marketing=*");
    return [];
  });
});

/** A role, and the value of the claim that gives it. */
export interface OidcRole {
  role: Role;
  value: string;
}

/** Sign-in by the company's own identity provider. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button calls it. */
  name: string;
  /** Where the roles stand in what the provider says of a person; dots lead inwards. */
  roleClaim: string;
  roles: readonly OidcRole[];
  /** Off: only administrators get in by a password, for the day the provider is down. */
  arePasswordsOn: boolean;
}

/** Settings of the identity provider; none of them, or all that are needed. */
export const OIDC_VARIABLES = {
  OIDC_ISSUER: Issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, { error: "has 40 characters at most, for a button" }).optional(),
  OIDC_ROLE_CLAIM: z.string().optional(),
  OIDC_ROLES: RoleList.optional(),
  OIDC_PASSWORDS: z.enum(["on", "off"]).optional(),
};
type OidcVariables = z.infer<z.ZodObject<typeof OIDC_VARIABLES>>;

const NEEDED = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLES"] as const;

/** Which of the needed settings are missing although some are set. */
export function missingOidcVariables(values: OidcVariables): string[] {
  const isWanted = Object.keys(OIDC_VARIABLES).some(
    (name) => values[name as keyof OidcVariables] !== undefined,
  );
  return isWanted ? NEEDED.filter((name) => values[name] === undefined) : [];
}

/** The settings in one piece; null when there are none. */
export function oidcSettings(values: OidcVariables): OidcSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES } = values;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_ROLES) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: values.OIDC_NAME ?? new URL(OIDC_ISSUER).host,
    roleClaim: values.OIDC_ROLE_CLAIM ?? "roles",
    roles: OIDC_ROLES,
    arePasswordsOn: values.OIDC_PASSWORDS !== "off",
  };
}

function isTrustworthy(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
}
