import { z } from "zod";
import type { Desk } from "./desk";
import { EXIT } from "./exit-codes";
import { follow } from "./follow";
import { openProgress } from "./progress";
import type { Say } from "./say";
import { tellStatus } from "./tell-status";
import { textFacts } from "./text-table";

const Counts = z.looseObject({
  queued: z.number(),
  held: z.number(),
  sent: z.number(),
  minted: z.number(),
  refused: z.number(),
  unknown: z.number(),
  repeats: z.number(),
  bad: z.number(),
});

/** What is read of a batch under way. */
export const Batch = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  rowCount: z.number(),
  counts: Counts.nullish(),
  pause: z.looseObject({ why: z.string(), endsByItself: z.string().nullish() }).nullish(),
});
export type Batch = z.output<typeof Batch>;

export const batchPath = (id: string) => `/batches/${encodeURIComponent(id)}`;

/** Shows a batch going on until it is done or waits for a person; Ctrl-C leaves it running. */
export async function watchBatch(desk: Desk, id: string): Promise<Batch> {
  const { client, say, signal, tell } = desk;
  const progress = openProgress(say("batchProgress"));
  try {
    return await follow(
      async () => {
        const batch = await client.read(`GET ${batchPath(id)}`, Batch);
        const { done, total, words } = progressOf(batch, say);
        progress.at(done, total, words);
        return batch;
      },
      hasStopped,
      signal,
    );
  } finally {
    progress.end();
    if (signal.aborted) tell(say("batchGoesOn", { id }));
  }
}

/** A pause that ends with the fault is waited for; one that ends with the day or by a person is not. */
function hasStopped({ status, pause }: Batch): boolean {
  return status !== "running" && !(status === "paused" && pause?.endsByItself === "fault");
}

function progressOf({ rowCount, counts, pause }: Batch, say: Say) {
  if (!counts) return { done: 0, total: rowCount, words: "" };
  const { minted, refused, unknown, repeats, bad } = counts;
  const failed = refused + unknown;
  return {
    done: minted + failed,
    total: rowCount - repeats - bad,
    words: [
      ...(failed > 0 ? [say("failedCount", { count: failed })] : []),
      ...(pause ? [say("pausedShort")] : []),
    ].join(" "),
  };
}

export function tellBatch(batch: Batch, say: Say): string {
  const { counts, pause, name, status, rowCount, id } = batch;
  const waiting = counts ? counts.queued + counts.held + counts.sent : 0;
  return textFacts([
    [say("name"), name],
    [say("status"), pause ? `${tellStatus(status, say)} (${pause.why})` : tellStatus(status, say)],
    [say("rows"), rowCount],
    ...(counts
      ? ([
          [say("minted"), counts.minted],
          [say("refused"), counts.refused],
          [say("unknown"), counts.unknown],
          [say("waiting"), waiting],
          [say("repeats"), counts.repeats],
          [say("leftOut"), counts.bad],
        ] as const)
      : []),
    ["id", id],
  ]);
}

/** What watching a batch ends with. A pilot that waits to be looked at is what was asked for. */
export function batchExit({ status, counts, pause }: Batch): number {
  if (status === "paused" && pause?.why === "pilot") return EXIT.done;
  if (status !== "done") return EXIT.conflict;
  return counts && counts.refused + counts.unknown > 0 ? EXIT.wechat : EXIT.done;
}
