import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/web/auth-options";

interface AuthRoute {
  params: Promise<{ nextauth: string[] }>;
}

/** What of next-auth the desk uses; the rest of its addresses is closed. */
const OPEN = new Set([
  "GET csrf",
  "GET providers",
  "GET signin",
  "GET error",
  "GET callback/oidc",
  "POST callback/credentials",
  "POST signin/oidc",
  "POST signout",
]);

/** next-auth's answer; one that tells to wait carries the status and the header for it. */
export async function answerAuth(request: NextRequest, route: AuthRoute): Promise<Response> {
  const { nextauth } = await route.params;
  if (!OPEN.has(`${request.method} ${nextauth.join("/")}`)) {
    return new Response(null, { status: 404 });
  }
  const answer: Response = await NextAuth(request, route, authOptions());
  const seconds = answer.status === 401 ? await secondsToWait(answer.clone()) : null;
  if (seconds === null) return answer;
  const headers = new Headers(answer.headers);
  headers.set("Retry-After", String(seconds));
  return new Response(answer.body, { status: 429, headers });
}

/** How long the refusal in next-auth's answer says to wait; null: it says nothing of the kind. */
async function secondsToWait(answer: Response): Promise<number | null> {
  try {
    const { url } = (await answer.json()) as { url: string };
    const refusal = JSON.parse(new URL(url).searchParams.get("error") ?? "") as {
      values?: { seconds?: unknown };
    };
    const seconds = refusal.values?.seconds;
    return typeof seconds === "number" ? seconds : null;
  } catch {
    return null;
  }
}
