import { headers } from "next/headers";
import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { deriveKey } from "@/lib/core/secret-box";
import { log } from "@/lib/log";
import { findSession } from "@/lib/people/find-session";
import { SESSION_LIFE_MS } from "@/lib/people/open-session";
import type { SignedInPerson } from "@/lib/people/schema";
import { signIn } from "@/lib/people/sign-in";
import { signInByOidc } from "@/lib/people/sign-in-by-oidc";
import { signOut } from "@/lib/people/sign-out";
import { anonymousContext } from "@/lib/web/anonymous-context";
import { authCookies } from "@/lib/web/auth-cookies";
import { keepDeviceCookie, readDeviceCookie } from "@/lib/web/device-cookie";
import { OIDC_PROVIDER_ID, oidcIdentity, oidcProvider } from "@/lib/web/oidc-provider";
import type { OidcClaims } from "@/lib/web/oidc-provider";
import { publicError } from "@/lib/web/public-error";
import { webRuntime } from "@/lib/web/runtime";

declare module "next-auth" {
  interface Session {
    person: SignedInPerson | null;
  }
  interface User {
    sessionToken: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionToken?: string;
  }
}

const credentials = CredentialsProvider({
  credentials: { email: {}, password: {}, code: {} },
  async authorize(given, request) {
    const ctx = await anonymousContext();
    try {
      const person = await signIn(ctx, {
        email: given?.email ?? "",
        password: given?.password ?? "",
        code: given?.code ?? "",
        device: await readDeviceCookie(),
        userAgent: String(request.headers?.["user-agent"] ?? ""),
      });
      await keepDeviceCookie(person.device);
      const { userId, name, email, sessionToken } = person;
      return { id: userId, name, email, sessionToken };
    } catch (error) {
      // next-auth hands the message to the sign-in form; a reason and its values are all it may carry.
      const { reason, values } = publicError(error, ctx.requestId);
      throw new Error(JSON.stringify({ reason, values }), { cause: error });
    }
  },
});

/** Opens the session of somebody the identity provider vouches for; else where to go, and why. */
async function letInByOidc(user: User, claims: OidcClaims): Promise<true | string> {
  const ctx = await anonymousContext();
  try {
    const userAgent = (await headers()).get("user-agent") ?? "";
    const { sessionToken, name, email } = await signInByOidc(ctx, oidcIdentity(claims, userAgent));
    Object.assign(user, { sessionToken, name, email });
    return true;
  } catch (error) {
    const { reason } = publicError(error, ctx.requestId);
    return `/sign-in?refused=${reason}`;
  }
}

/** The person a session token stands for now, or null. */
async function personOf(sessionToken: string | undefined): Promise<SignedInPerson | null> {
  return sessionToken ? findSession(webRuntime(), sessionToken, new Date()) : null;
}

/** next-auth with our own sessions: its signed cookie only carries the token that the database can end. */
export function authOptions(): AuthOptions {
  const { env } = webRuntime();
  return {
    secret: deriveKey(env.MINTDESK_SECRET, "next-auth").toString("base64"),
    providers: env.oidc ? [credentials, oidcProvider(env.oidc)] : [credentials],
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: SESSION_LIFE_MS / 1000 },
    cookies: authCookies(env.publicUrl),
    // next-auth's own logger would print what a provider says of people.
    logger: {
      error: (code, metadata) => {
        const err = metadata instanceof Error ? metadata : metadata.error;
        log.warn({ code, message: err?.message }, "sign-in failed");
      },
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      signIn: ({ user, account, profile }) =>
        account?.provider === OIDC_PROVIDER_ID
          ? letInByOidc(user, profile as OidcClaims)
          : user.sessionToken !== "",
      jwt: ({ token, user }) => (user ? { ...token, sessionToken: user.sessionToken } : token),
      session: async ({ session, token }) => ({
        expires: session.expires,
        person: await personOf(token.sessionToken),
      }),
    },
    events: {
      async signOut({ token }) {
        const person = await personOf(token.sessionToken);
        if (!person || !token.sessionToken) return;
        const { userId, name, role } = person;
        const actor = { kind: "user", id: userId, name, role } as const;
        await signOut({ ...(await anonymousContext()), actor }, token.sessionToken);
      },
    },
  };
}
