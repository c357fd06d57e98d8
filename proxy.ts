import { randomBytes } from "node:crypto";
import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";
import { env } from "@/lib/env";
import { pagePolicy } from "@/lib/web/page-policy";
import { NONCE_HEADER, PATH_HEADER } from "@/lib/web/request-headers";

const POLICY = "Content-Security-Policy";
const NONCE_BYTES = 16;

/**
 * Gives every page its own nonce for scripts, which Next takes from the policy in the request, and tells pages which
 * address the browser asked for, so that sign-in can lead back there.
 * It guards nothing: every page, action and route asks for the session itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const { NODE_ENV, oidc } = env();
  const formOrigins = oidc ? [new URL(oidc.issuer).origin] : [];
  const policy = pagePolicy({ nonce, formOrigins, isDev: NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set(NONCE_HEADER, nonce);
  headers.set(POLICY, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY, policy);
  return response;
}

export const config = { matcher: ["/((?!_next/|api/|favicon|icon).*)"] };
