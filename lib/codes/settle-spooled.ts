import { readSpooled } from "@/lib/codes/spool-attempt";
import { settleAttempt } from "@/lib/codes/settle-attempt";
import type { Context } from "@/lib/core/context";
import { isDatabaseTrouble } from "@/lib/db/is-database-trouble";
import { log } from "@/lib/log";

/**
 * Commits what lies in this data folder's spool, whoever left it there: whoever wrote it may do so at the same
 * time, and only the first counts. Gives the attempts that still lie there. The caller authorises.
 */
export async function settleSpooled(ctx: Context): Promise<string[]> {
  const { spool } = ctx.runtime;
  const left: string[] = [];
  for (const name of await spool.list()) {
    const text = await spool.read(name);
    if (text === null) continue;
    try {
      const { ctx: actors, attempt } = readSpooled(ctx, text);
      await settleAttempt(actors, attempt);
      await spool.remove(name);
    } catch (error) {
      if (isDatabaseTrouble(error)) left.push(name);
      else await spool.setAside(name);
      log.warn({ err: error, attemptToken: name }, "a kept result was not written down");
    }
  }
  return left;
}
