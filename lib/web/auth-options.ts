import { randomUUID } from "node:crypto";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { Context } from "@/lib/core/context";
import { deriveKey } from "@/lib/core/secret-box";
import { findSession } from "@/lib/people/find-session";
import type { SignedInPerson } from "@/lib/people/schema";
import { SESSION_LIFE_MS, signIn } from "@/lib/people/sign-in";
import { signOut } from "@/lib/people/sign-out";
import { ADDRESS_HEADER } from "@/lib/web/request-headers";
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

function anonymousContext(address: string | null): Context {
  return {
    actor: { kind: "anonymous", id: null, name: "—" },
    requestId: randomUUID(),
    address,
    now: () => new Date(),
    runtime: webRuntime(),
  };
}

const credentials = CredentialsProvider({
  credentials: { email: {}, password: {} },
  async authorize(given, request) {
    const headers = request.headers ?? {};
    const ctx = anonymousContext(headers[ADDRESS_HEADER] ?? null);
    try {
      const person = await signIn(ctx, {
        email: given?.email ?? "",
        password: given?.password ?? "",
        userAgent: headers["user-agent"] ?? "",
      });
      return {
        id: person.userId,
        name: person.name,
        email: person.email,
        sessionToken: person.sessionToken,
      };
    } catch (error) {
      // next-auth hands the message to the sign-in form; a reason and its values are all it may carry.
      const { reason, values } = publicError(error, ctx.requestId);
      throw new Error(JSON.stringify({ reason, values }), { cause: error });
    }
  },
});

/** The person a session token stands for now, or null. */
async function personOf(sessionToken: string | undefined): Promise<SignedInPerson | null> {
  return sessionToken ? findSession(webRuntime(), sessionToken, new Date()) : null;
}

/** next-auth with our own sessions: its signed cookie only carries the token that the database can end. */
export function authOptions(): AuthOptions {
  return {
    secret: deriveKey(webRuntime().env.MINTDESK_SECRET, "next-auth").toString("base64"),
    providers: [credentials],
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: SESSION_LIFE_MS / 1000 },
    callbacks: {
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
        await signOut({ ...anonymousContext(null), actor }, token.sessionToken);
      },
    },
  };
}
