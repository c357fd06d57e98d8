import { setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { DESK_ROLE } from "@/lib/db/take-role";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { startBoss } from "@/lib/queue/open-queue";
import { openRuntime } from "@/lib/runtime";
import { keepCounting } from "@/lib/worker/keep-counting";
import { keepLogging } from "@/lib/worker/keep-logging";
import { keepMinting } from "@/lib/worker/keep-minting";
import { keepSealing } from "@/lib/worker/keep-sealing";
import { schedule } from "@/lib/worker/schedules";
import { workQueue } from "@/lib/worker/work-queue";

const DRAIN_MS = 20_000;
const START_AGAIN_MS = 1_000;
/** Where the machine is short of time, somebody who scans or looks at a screen goes first. */
const NICENESS = 5;

setPriority(NICENESS);
const runtime = openRuntime(env(), { role: DESK_ROLE });
const boss = await whenDatabaseAnswers(() => startBoss(env().DATABASE_URL, true));
await whenDatabaseAnswers(() => schedule(boss));
await workQueue(boss, runtime);
const loops = [
  keepMinting(runtime),
  keepCounting(runtime),
  keepLogging(runtime),
  keepSealing(runtime),
];
log.info("worker ready");
process.send?.("ready");

/** The database may still be starting, or be down for a moment: waiting beats dying. */
async function whenDatabaseAnswers<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      log.warn({ err: error }, "waiting for the database");
      await sleep(START_AGAIN_MS);
    }
  }
}

let draining = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => void stop(signal));
}

/** First signal: finish what runs, call WeChat no more, take nothing new. Second: out at once. */
async function stop(signal: string): Promise<void> {
  if (draining) process.exit(1);
  draining = true;
  runtime.minter.stop();
  log.info({ signal }, "worker drains");
  const looping = Promise.race([Promise.all(loops.map((loop) => loop.stop())), sleep(DRAIN_MS)]);
  await boss.stop({ graceful: true, timeout: DRAIN_MS });
  await looping;
  await runtime.close();
  process.exit(0);
}
