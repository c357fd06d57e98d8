import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import NextAuth from "next-auth";
import type { AuthOptions } from "next-auth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findSession } from "@/lib/people/find-session";
import { signInByOidc } from "@/lib/people/sign-in-by-oidc";
import type { Runtime } from "@/lib/runtime";
import { startIdentityProvider } from "@/lib/testing/identity-provider.mjs";
import { contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { authCookies } from "@/lib/web/auth-cookies";
import { oidcIdentity, oidcProvider } from "@/lib/web/oidc-provider";
import type { OidcClaims } from "@/lib/web/oidc-provider";

const CLIENT = { clientId: "mintdesk", clientSecret: "a secret of a test" };
let runtime: Runtime;
let desk: Server;
let deskUrl: string;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
/** What became of the last one who came back. */
let outcome: { sessionToken: string } | { reason: string } | null = null;

beforeAll(async () => {
  desk = createServer((request, response) => void answer(request, response));
  desk.listen(0, "127.0.0.1");
  await once(desk, "listening");
  deskUrl = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
  vi.stubEnv("NEXTAUTH_URL", deskUrl);
  provider = await startIdentityProvider({
    ...CLIENT,
    redirectUri: `${deskUrl}/api/auth/callback/oidc`,
  });
  runtime = await openTestRuntime({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_ROLE_CLAIM: "realm_access.roles",
    OIDC_ROLES: "admin=desk-admins,operator=desk-ops",
  });
});
afterAll(async () => {
  await provider.close();
  desk.close();
  desk.closeAllConnections();
  await runtime.close();
  vi.unstubAllEnvs();
});

function options(): AuthOptions {
  const { oidc } = runtime.env;
  if (!oidc) throw new Error("no provider");
  return {
    secret: "of a test",
    providers: [oidcProvider(oidc)],
    cookies: authCookies(deskUrl),
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    callbacks: {
      async signIn({ profile }) {
        const ctx = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
        outcome = await signInByOidc(ctx, oidcIdentity(profile as OidcClaims, "vitest")).catch(
          ({ reason }: { reason: string }) => ({ reason }),
        );
        return "sessionToken" in outcome ? true : "/refused";
      },
    },
  };
}

/** next-auth on a bare server, with what it expects of one. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", deskUrl);
  if (!url.pathname.startsWith("/api/auth/")) {
    response.end("a page of the desk");
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
  const cookies = Object.fromEntries(
    (request.headers.cookie ?? "").split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, decodeURIComponent(value.join("="))];
    }),
  );
  const nextauth = url.pathname.split("/").slice(3);
  const query = { ...Object.fromEntries(url.searchParams), nextauth };
  const told = Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    send: (text: unknown) => response.end(typeof text === "string" ? text : JSON.stringify(text)),
    json: (data: unknown) => response.end(JSON.stringify(data)),
  });
  await NextAuth(
    Object.assign(request, { query, body, cookies }) as never,
    told as never,
    options(),
  );
}

/** A browser that follows redirects by hand, up to the provider's answer if told to stop there. */
function browser({ stopsAtAnswer = false } = {}) {
  const jar = new Map<string, string>();
  const answers: string[] = [];
  async function open(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      body: form && new URLSearchParams(form),
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
      jar.set(name, value.join("="));
    }
    const next = response.headers.get("location");
    if (!next) return response;
    const nextUrl = new URL(next, url).toString();
    if (!nextUrl.startsWith(`${deskUrl}/api/auth/callback/`)) return open(nextUrl);
    answers.push(nextUrl);
    return stopsAtAnswer ? response : open(nextUrl);
  }
  return { open, answers };
}

/** The button, up to the provider's form. */
async function ask({ open }: ReturnType<typeof browser>): Promise<string> {
  const { csrfToken } = (await (await open(`${deskUrl}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const form = await open(`${deskUrl}/api/auth/signin/oidc`, { csrfToken, callbackUrl: "/codes" });
  expect(form.url).toContain(provider.issuer);
  return form.url;
}

/** From the button over the provider's form back to the desk. */
async function come(login: string, from = browser()): Promise<typeof outcome> {
  outcome = null;
  await from.open(await ask(from), { prompt: "login", login, password: "any" });
  return outcome;
}

describe("signing in by a real identity provider", () => {
  it("makes an account for somebody new, with the role of their group", async () => {
    const came = await come("desk-ops.chen");
    const token = came && "sessionToken" in came ? came.sessionToken : "";
    expect(await findSession(runtime, token, new Date())).toMatchObject({
      email: "chen@example.com",
      name: "chen of desk-ops",
      role: "operator",
      mustSetUpSecondFactor: false,
    });
  });

  it("finds the same account again", async () => {
    await come("desk-admins.lin");
    await come("desk-admins.lin");
    expect(await runtime.db.user.count({ where: { email: "lin@example.com" } })).toBe(1);
  });

  it("refuses somebody without a group of the desk", async () => {
    expect(await come("none.zhou")).toEqual({ reason: "oidcNoRole" });
    expect(await runtime.db.user.count({ where: { email: "zhou@example.com" } })).toBe(0);
  });

  it("takes no answer to another browser's question, so nobody is signed in as somebody else", async () => {
    const stranger = browser({ stopsAtAnswer: true });
    await come("desk-ops.stranger", stranger);
    const [answer = ""] = stranger.answers;
    expect(answer).toContain("code=");
    const victim = browser();
    await ask(victim);
    await victim.open(answer);
    expect(outcome).toBeNull();
    await stranger.open(answer);
    expect(outcome).toHaveProperty("sessionToken");
  });
});
