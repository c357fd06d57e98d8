import { cookies } from "next/headers";
import { cache } from "react";
import type { Context } from "@/lib/core/context";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** Remembers which mini program a person works for. */
export const MINI_PROGRAM_COOKIE = "mintdesk-mini-program";

/** The living mini programs, read once for the frame and the page in it. */
export const livingMiniPrograms = cache((ctx: Context) => listMiniPrograms(ctx));

/** The mini program the switch shows: the remembered one, else the first; null when there is none. */
export async function chosenMiniProgram(ctx: Context): Promise<MiniProgramRow | null> {
  const remembered = (await cookies()).get(MINI_PROGRAM_COOKIE)?.value;
  const all = await livingMiniPrograms(ctx);
  return all.find(({ id }) => id === remembered) ?? all[0] ?? null;
}
