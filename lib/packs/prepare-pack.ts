import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { LOCALES } from "@/lib/i18n/locales";
import { claimRun, LEASE_SECONDS } from "@/lib/packs/claim-run";
import { failRun, finishRun, giveUpRun } from "@/lib/packs/end-run";
import { holdLease } from "@/lib/packs/hold-lease";
import { makeFile } from "@/lib/packs/make-file";
import { makeZip } from "@/lib/packs/make-zip";
import { requireCurrent, StaleRunError } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";
import { PackOf, PackOptions } from "@/lib/packs/schema";
import { loadWords } from "@/lib/packs/words";
import { packFolder, packRunFolder } from "@/lib/storage/object-keys";

/**
 * Makes everything of a pack that its download needs. Where another run is at it, it looks again later; what a run
 * left that died is made anew. A pack that cannot be made says why; anything else that breaks is thrown.
 */
export async function preparePack(ctx: Context, input: PackOf): Promise<void> {
  authorize(ctx, "packs:write");
  const { packId } = PackOf.parse(input);
  const claim = await claimRun(ctx, packId);
  if (claim.kind === "attended") await lookAgain(ctx, packId);
  if (claim.kind !== "mine") return;
  const { pack, runToken } = claim;
  const lease = holdLease(ctx, packId, runToken);
  try {
    if (pack.runCount > 1) await ctx.runtime.store.removeAll(packFolder(packId));
    const words = await loadWords(LOCALES.find((locale) => locale === pack.locale) ?? LOCALES[0]);
    const options = PackOptions.parse(pack.options);
    await make({ ctx, pack, options, runToken, words, signal: lease.signal });
  } catch (error) {
    const isOver = error instanceof StaleRunError || error instanceof DomainError;
    if (!isOver) {
      await giveUpRun(ctx, packId, runToken);
      throw error;
    }
    // At once, for a full disk stops more than packs.
    await ctx.runtime.store.removeAll(packRunFolder(packId, runToken));
    if (error instanceof DomainError) await failRun({ ctx, pack, runToken }, failureOf(error));
  } finally {
    await lease.release();
  }
}

async function make(run: PackRun): Promise<void> {
  const { form } = run.options;
  const made = await (form === "labels" || form === "spreadsheet" ? makeFile(run) : makeZip(run));
  requireCurrent(run);
  await finishRun(run, made);
}

/** A sentence that needs more than its key would have gaps where the failure is shown. */
function failureOf({ reason, values }: DomainError): string {
  return Object.keys(values).length === 0 ? reason : "packBroken";
}

async function lookAgain(ctx: Context, packId: string): Promise<void> {
  if (ctx.actor.kind !== "job") return;
  await withTransaction(ctx, ({ tx, runtime }) =>
    runtime.queue.enqueue(tx, "packs.prepare", { packId }, { afterSeconds: LEASE_SECONDS }),
  );
}
