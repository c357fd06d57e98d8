/**
 * Planning a batch of 100,000 codes in one transaction, beside COPY of the same scenes and codes alone and
 * Prisma's createMany in chunks of 1,000, each in a process and a database of its own.
 * npm run bench -- batch-plan [rows] [rounds]
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createBenchDatabase, runOnServer } from "@/bench/bench-database";
import type { BenchDatabase } from "@/bench/bench-database";
import { reportRatios, toTiming } from "@/bench/report-ratio";

const COPY_GOAL = 1.6;
const CREATE_MANY_GOAL = 1 / 6;
const ADDED_MB_GOAL = 200;

interface Run {
  tookMs: number;
  addedMb: number;
}

async function main(): Promise<void> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server's address.");
  const rows = Number(process.argv[2] ?? 100_000);
  const rounds = Number(process.argv[3] ?? 3);
  const template = await createBenchDatabase(serverUrl);
  const runs: Record<string, Run[]> = { plan: [], copy: [], createMany: [] };
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, results] of Object.entries(runs)) {
        await runOnServer(serverUrl, "CHECKPOINT");
        const run = await runContender(name, await template.copy(), rows);
        process.stdout.write(
          `${name}, round ${round}: ${run.tookMs.toFixed(0)} ms, ${run.addedMb.toFixed(0)} MB above rest\n`,
        );
        results.push(run);
      }
    }
  } finally {
    await template.drop();
  }
  const timing = (name: string) => toTiming((runs[name] ?? []).map(({ tookMs }) => tookMs));
  const addedMb = Math.max(...(runs.plan ?? []).map((run) => run.addedMb));
  const isMet = reportRatios(`Planning ${rows} codes`, [
    {
      name: "plan : COPY alone",
      measured: timing("plan"),
      reference: timing("copy"),
      goal: COPY_GOAL,
      note: `${addedMb.toFixed(0)} MB added, at most ${ADDED_MB_GOAL}`,
      missed: addedMb > ADDED_MB_GOAL,
    },
    {
      name: "plan : createMany by 1,000",
      measured: timing("plan"),
      reference: timing("createMany"),
      goal: CREATE_MANY_GOAL,
    },
  ]);
  if (!isMet) process.exitCode = 1;
}

async function runContender(name: string, database: BenchDatabase, rows: number): Promise<Run> {
  try {
    const child = fork(
      path.resolve("bench/batch-plan/run-contender.ts"),
      [name, database.url, String(rows)],
      { execArgv: ["--import", "tsx", "--expose-gc"] },
    );
    const [run] = (await Promise.race([
      once(child, "message"),
      once(child, "exit").then(() => {
        throw new Error(`${name} ended without a result.`);
      }),
    ])) as [Run];
    if (child.exitCode === null) await once(child, "exit");
    return run;
  } finally {
    await database.drop();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
