import { retryFailedCodes } from "@/lib/batches/retry-failed-codes";
import { retryCode } from "@/lib/codes/retry-code";
import type { Arena, ArenaOptions } from "@/lib/testing/faults/arena";
import { openArena } from "@/lib/testing/faults/arena";
import { witnessLedger } from "@/lib/testing/faults/check-ledger";
import { FLAVOURS, planFaultBatch } from "@/lib/testing/faults/fault-batch";
import type { BatchWish, FaultBatch, Flavour } from "@/lib/testing/faults/fault-batch";
import { checkDesk, checkInvariants } from "@/lib/testing/faults/invariants";
import { randomOf } from "@/lib/testing/faults/random";
import type { Random } from "@/lib/testing/faults/random";

/** One run of a row: an arena, a seed, and what is chosen by it. */
export interface RowRun {
  arena: Arena;
  seed: number;
  random: Random;
  /** Each in turn, so that three seeds see all of them. */
  flavour: Flavour;
  /** Rows of a batch. */
  count: number;
  /** Plans a batch whose invariants are checked at the end. */
  plan(wish?: Partial<BatchWish>): Promise<FaultBatch>;
  /** Takes a batch that was planned otherwise under the same checks. */
  keep(batch: FaultBatch): void;
}

export interface FaultRow {
  number: number;
  title: string;
  /** `answers`: shares two healthy workers with other rows. `own`: has processes of its own to harm. */
  place: "answers" | "own";
  /** What its arena needs, for all seeds or for each. */
  arena?: ArenaOptions | ((seed: number) => Promise<PreparedArena>);
  /** Has its own end in view: the batches must have ended when it returns. */
  run(run: RowRun): Promise<void>;
}

export interface PreparedArena {
  options: ArenaOptions;
  free(): Promise<void>;
}

export interface RunOptions {
  seed: number;
  count: number;
  /** Where the sources of the processes lie, when not here. */
  root?: string;
}

/** Runs a row once and checks everything; `shared` is the arena of the rows that share one. */
export async function runRow(row: FaultRow, options: RunOptions, shared?: Arena): Promise<void> {
  const { seed, count, root } = options;
  const { options: wanted, free } = await prepare(row, seed);
  const arena = shared ?? (await openArena({ ...wanted, root }));
  const kept: { batch: FaultBatch; witness: ReturnType<typeof witnessLedger> }[] = [];
  const keep = (batch: FaultBatch) => {
    kept.push({ batch, witness: witnessLedger(arena, batch) });
  };
  const flavour = FLAVOURS[(seed + row.number) % FLAVOURS.length] ?? "B";
  try {
    await row.run({
      arena,
      seed,
      flavour,
      count,
      random: randomOf(seed * 100 + row.number),
      keep,
      async plan(wish = {}) {
        const batch = await planFaultBatch(arena, { flavour, count, ...wish });
        keep(batch);
        return batch;
      },
    });
    for (const { batch, witness } of kept) {
      await witness.end();
      await checkInvariants(arena, batch);
      await endDoubts(arena, batch);
      await checkInvariants(arena, batch);
    }
    if (!shared) await checkDesk(arena);
  } finally {
    await Promise.all(kept.map(({ witness }) => witness.end().catch(() => undefined)));
    if (!shared) await arena.close();
    await free();
  }
}

async function prepare({ arena = {} }: FaultRow, seed: number): Promise<PreparedArena> {
  if (typeof arena === "function") return arena(seed);
  return { options: arena, free: async () => undefined };
}

/** Asks again for what is unknown, as a person would: the identical parameters cost nothing more. */
async function endDoubts({ runtime, operator }: Arena, batch: FaultBatch): Promise<void> {
  const { batchId } = batch;
  const where = { batchId, status: "unknown" as const };
  if ((await runtime.db.code.count({ where })) === 0) return;
  const { status } = await batch.read();
  if (status === "done") {
    await retryFailedCodes(operator, { batchId });
    await batch.stands("done");
  }
  for (const { id } of await runtime.db.code.findMany({ where })) {
    await retryCode(operator, { codeId: id });
  }
}
