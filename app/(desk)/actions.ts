"use server";

import { cookies } from "next/headers";
import { MINI_PROGRAM_COOKIE } from "@/lib/web/chosen-mini-program";

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the mini program this browser works on; whoever reads the cookie checks it anew. */
export async function chooseMiniProgramAction(miniProgramId: string): Promise<void> {
  (await cookies()).set(MINI_PROGRAM_COOKIE, String(miniProgramId).slice(0, 64), {
    path: "/",
    maxAge: A_YEAR_SECONDS,
    sameSite: "lax",
    httpOnly: true,
  });
}
