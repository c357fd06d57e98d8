import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import type { InvariantName } from "@/lib/testing/faults/broken-invariant";
import type { FaultRow } from "@/lib/testing/faults/fault-row";
import { cutPower, killAt, wakeZombie } from "@/lib/testing/faults/rows/kills";

interface Edit {
  file: string;
  /** Stands there exactly once, or the check itself is out of date. */
  from: string;
  to: string;
}

/** A safeguard taken out of the sources, and the promise that breaks without it. */
export interface Mutation {
  without: string;
  edits: Edit[];
  breaks: InvariantName;
  row: FaultRow;
}

const arena = { timeoutMs: 8_000 };

export const MUTATIONS: Mutation[] = [
  {
    without: "the fencing clause",
    edits: [
      {
        file: "lib/codes/settle-attempts.ts",
        from: "isInTime: isOpen && code.attemptToken === attempt.attemptToken,",
        to: "isInTime: isOpen,",
      },
    ],
    breaks: "I1",
    row: { number: 2, title: "a zombie wakes", place: "own", arena, run: wakeZombie },
  },
  {
    without: "the sync to disk",
    edits: [{ file: "lib/storage/put-durably.ts", from: "    await file.datasync();\n", to: "" }],
    breaks: "I4",
    row: {
      number: 1,
      title: "the power goes",
      place: "own",
      arena,
      async run(run) {
        const batches = await cutPower(run);
        await run.arena.startWorker();
        for (const batch of batches) await batch.stands("done");
      },
    },
  },
  {
    without: "the commit of `sent` before the call",
    edits: [
      {
        file: "lib/codes/start-attempt.ts",
        from: "UPDATE codes SET status = 'sent', attempt_token",
        to: "UPDATE codes SET attempt_token",
      },
      {
        file: "lib/codes/start-attempt.ts",
        from: "attempt_count = attempt_count + 1, sent_at = clock_timestamp(), claimed_until = NULL,",
        to: "claimed_until = clock_timestamp() + interval '8 s',",
      },
      {
        file: "lib/codes/settle-attempts.ts",
        from: `code.status === "sent" ||`,
        to: `code.status === "sent" || code.status === "queued" ||`,
      },
    ],
    breaks: "I2",
    row: {
      number: 1,
      title: "a worker dies with its answer",
      place: "own",
      arena,
      async run(run) {
        const batch = await run.plan({ flavour: "A once" });
        await killAt(run, ["body"], [batch]);
        await run.arena.startWorker();
        await batch.stands("done");
      },
    },
  },
];

/** The sources with one safeguard less, in a folder of their own. */
export async function mutateSources({ edits }: Mutation): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "mintdesk-mutant-"));
  for (const name of ["lib", "prisma", "tsconfig.json", "package.json"]) {
    await cp(name, path.join(root, name), { recursive: true });
  }
  await symlink(path.resolve("node_modules"), path.join(root, "node_modules"));
  for (const { file, from, to } of edits) {
    const source = await readFile(path.join(root, file), "utf8");
    expect(source.split(from), `${file} no longer has what is to be taken out`).toHaveLength(2);
    await writeFile(
      path.join(root, file),
      source.replace(from, () => to),
    );
  }
  return root;
}

export async function removeMutant(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
}
