import type { Arena } from "@/lib/testing/faults/arena";
import { hold } from "@/lib/testing/faults/broken-invariant";
import type { FaultBatch } from "@/lib/testing/faults/fault-batch";
import { expectBalanced } from "@/lib/testing/quota-desk";

const LOOK_MS = 1_000;

const usedBy = ({ sandbox }: Arena, { appid }: FaultBatch): number =>
  sandbox.state.findAccount(appid)?.used ?? Number.NaN;

/**
 * I3: what the sandbox has counted lies between what our ledger is sure of and what it holds to be
 * possible; once no outcome is unknown any more the three are the same.
 */
export async function checkLedger(arena: Arena, batch: FaultBatch): Promise<void> {
  const { db } = arena.runtime;
  const { miniProgramId, batchId } = batch;
  await expectBalanced({ ...arena, marketing: arena.operator, close: arena.close }, miniProgramId);
  const { spent, reserved } = await db.quotaCounter.findUniqueOrThrow({ where: { miniProgramId } });
  const used = usedBy(arena, batch);
  const figures = `WeChat counts ${used}, the ledger ${spent} and ${reserved} reserved`;
  hold("I3", spent <= used && used <= spent + reserved, figures);
  const unknown = await db.code.count({ where: { miniProgramId, status: "unknown" } });
  if (unknown > 0) return;
  const settled = await db.code.count({ where: { batchId, status: { in: ["queued", "sent"] } } });
  hold("I3", settled > 0 || (spent === used && reserved === 0), figures);
}

/** I3 "at all times": looks again and again; `end` throws the first breach. */
export function witnessLedger(arena: Arena, batch: FaultBatch): { end(): Promise<void> } {
  const over = new AbortController();
  const watch = async (): Promise<Error | null> => {
    while (!over.signal.aborted) {
      const breach = await lookOnce(arena, batch);
      if (breach) return breach;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return null;
  };
  const watched = watch();
  return {
    async end() {
      over.abort();
      const breach = await watched;
      if (breach) throw breach;
    },
  };
}

/** Read in this order, the figures may move between the looks and the claim still has to hold. */
async function lookOnce(arena: Arena, batch: FaultBatch): Promise<Error | null> {
  const { miniProgramId } = batch;
  const read = () =>
    arena.runtime.db.quotaCounter.findUniqueOrThrow({ where: { miniProgramId } }).catch(() => null);
  const before = await read();
  const used = usedBy(arena, batch);
  const after = await read();
  if (!before || !after) return null;
  try {
    const most = after.spent + after.reserved;
    const isKept = before.spent <= used && used <= most;
    hold("I3", isKept, `meanwhile WeChat counted ${used}, the ledger ${before.spent} to ${most}`);
    return null;
  } catch (error) {
    return error as Error;
  }
}
