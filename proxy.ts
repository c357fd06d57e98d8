import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";
import { PATH_HEADER } from "@/lib/web/request-headers";

/**
 * Tells pages which address the browser asked for, so that sign-in can lead back there.
 * It guards nothing: every page, action and route asks for the session itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/|api/|favicon|icon).*)"] };
