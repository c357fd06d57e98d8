import type { CookiesOptions } from "next-auth";

const STEP_SECONDS = 15 * 60;

/**
 * Names and rules of next-auth's cookies. On https they carry `__Host-`: browsers then take them from this very host
 * over https only, so that no neighbour under the same domain can set or read them.
 */
export function authCookies(publicUrl: string): CookiesOptions {
  const secure = publicUrl.startsWith("https://");
  const cookie = (name: string, maxAge?: number) => ({
    name: cookieName(publicUrl, `next-auth.${name}`),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure, maxAge },
  });
  return {
    sessionToken: cookie("session-token"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
    pkceCodeVerifier: cookie("pkce.code_verifier", STEP_SECONDS),
    state: cookie("state", STEP_SECONDS),
    nonce: cookie("nonce", STEP_SECONDS),
  };
}

/** A name with the prefix that binds it to this host, where the desk is on https. */
export function cookieName(publicUrl: string, name: string): string {
  return publicUrl.startsWith("https://") ? `__Host-${name}` : name;
}
