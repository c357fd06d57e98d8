import pLimit from "p-limit";
import { afterAll, expect, it } from "vitest";
import { openArena } from "@/lib/testing/faults/arena";
import type { Arena } from "@/lib/testing/faults/arena";
import { runRow } from "@/lib/testing/faults/fault-row";
import type { FaultRow } from "@/lib/testing/faults/fault-row";
import { checkDesk } from "@/lib/testing/faults/invariants";
import { FAULT_MATRIX } from "@/lib/testing/faults/matrix";
import { MUTATIONS, mutateSources, removeMutant } from "@/lib/testing/faults/mutations";
import { readChoice } from "@/lib/testing/faults/read-choice";

/** Waiting for a place counts as well; every step of a run has a limit of its own. */
const ALL_MS = 4 * 60 * 60 * 1_000;
/** Mostly waiting, but each has up to four processes. */
const HARMED_AT_ONCE = 4;
const SHARING_AT_ONCE = 5;

const { seeds, rows, count, hasMutations, mayRepeat } = readChoice(process.env);
const chosen = FAULT_MATRIX.filter(({ number }) => rows === null || rows.includes(number));
const sharing = chosen.filter(({ place }) => place === "answers");
const harming = chosen.filter(({ place }) => place === "own");

const titleOf = ({ number, title }: FaultRow, seed: number) =>
  `row ${number}, seed ${seed} (npm run faults -- --row ${number} --seed ${seed}): ${title}`;

/** On a machine busy with other work a wait may run out; a real fault breaks the row twice. */
async function untilSure(title: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!mayRepeat) throw error;
    process.stderr.write(`once more: ${title}\n${String(error)}\n`);
    await run();
  }
}

const harmed = pLimit(HARMED_AT_ONCE);
for (const row of harming) {
  for (const seed of seeds) {
    const title = titleOf(row, seed);
    const run = () => untilSure(title, () => runRow(row, { seed, count }));
    it.concurrent(title, () => harmed(run), ALL_MS);
  }
}

for (const mutation of hasMutations ? MUTATIONS : []) {
  const { without, breaks, row } = mutation;
  const run = async () => {
    const root = await mutateSources(mutation);
    try {
      const broken = { name: "BrokenInvariant", invariant: breaks };
      await expect(runRow(row, { seed: 1, count, root })).rejects.toMatchObject(broken);
    } finally {
      await removeMutant(root);
    }
  };
  it.concurrent(`without ${without} ${breaks} is broken: ${row.title}`, () => harmed(run), ALL_MS);
}

let opening: Promise<Arena> | undefined;
const shared = () => (opening ??= openShared());
const shareable = pLimit(SHARING_AT_ONCE);
const left = { count: sharing.length * seeds.length, none: Promise.withResolvers<void>() };

for (const row of sharing) {
  for (const seed of seeds) {
    const run = async () => {
      try {
        const arena = await shared();
        await untilSure(titleOf(row, seed), () => runRow(row, { seed, count }, arena));
      } finally {
        left.count -= 1;
        if (left.count === 0) left.none.resolve();
      }
    };
    it.concurrent(titleOf(row, seed), () => shareable(run), ALL_MS);
  }
}

if (sharing.length > 0) {
  it.concurrent(
    "the desk that many rows shared is in order in the end",
    async () => {
      await left.none.promise;
      await checkDesk(await shared());
    },
    ALL_MS,
  );
}

afterAll(async () => (await opening)?.close());

/** Two healthy workers, with time enough for a busy machine. */
async function openShared(): Promise<Arena> {
  const arena = await openArena({ timeoutMs: 6_000 });
  await Promise.all([arena.startWorker(), arena.startWorker()]);
  return arena;
}
