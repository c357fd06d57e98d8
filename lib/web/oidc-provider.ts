import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { z } from "zod";
import type { OidcSettings } from "@/lib/core/oidc-settings";
import type { OidcIdentity } from "@/lib/people/oidc-schema";

/** Its name in the addresses: /api/auth/signin/oidc and /api/auth/callback/oidc. */
export const OIDC_PROVIDER_ID = "oidc";
const TIMEOUT_MS = 10_000;

/** What a provider may say of a person, in the ID token and at its userinfo address. */
export type OidcClaims = Profile & Record<string, unknown>;

/**
 * next-auth's way to the company's identity provider: the code flow with PKCE, state and nonce; the ID token's
 * signature, issuer, audience and times are checked by openid-client.
 */
export function oidcProvider(oidc: OidcSettings): OAuthConfig<OidcClaims> {
  return {
    id: OIDC_PROVIDER_ID,
    name: oidc.name,
    type: "oauth",
    wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    httpOptions: { timeout: TIMEOUT_MS },
    userinfo: {
      // Many providers tell mail and groups here only.
      async request({ client, tokens }) {
        const claims = checkedClaims(tokens.id_token ?? "");
        if (!client.issuer.metadata.userinfo_endpoint) return claims;
        const told = await client.userinfo(tokens.access_token ?? "");
        if (told.sub !== claims.sub) throw new Error("The provider's userinfo is about another.");
        return { ...told, ...claims };
      },
    },
    // The session is opened after the checks, where a refusal can be told: `auth-options.ts`.
    profile: ({ sub }) => ({ id: sub ?? "", sessionToken: "" }),
  };
}

/** Who the claims are about, in the desk's words. */
export function oidcIdentity(claims: OidcClaims, userAgent: string): z.input<typeof OidcIdentity> {
  return {
    issuer: String(claims.iss),
    subject: String(claims.sub),
    email: claims.email ?? null,
    // Some providers tell it as a text.
    emailVerified: claims.email_verified === true || claims.email_verified === "true",
    name: String(claims.name ?? claims.preferred_username ?? ""),
    claims,
    userAgent,
  };
}

/** What the ID token says; openid-client has checked it by now. */
function checkedClaims(idToken: string): OidcClaims {
  const [, payload = ""] = idToken.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as OidcClaims;
}
