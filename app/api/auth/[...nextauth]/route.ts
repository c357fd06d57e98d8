import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/web/auth-options";

type Route = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, route: Route): Promise<Response> =>
  NextAuth(request, route, authOptions());

export { handler as GET, handler as POST };
