import { setTimeout as sleep } from "node:timers/promises";
import { stopRuns } from "@/lib/batches/stop-runs";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { startBoss } from "@/lib/queue/open-queue";
import { openRuntime } from "@/lib/runtime";
import { schedule } from "@/lib/worker/schedules";
import { workQueue } from "@/lib/worker/work-queue";

const DRAIN_MS = 20_000;
const START_AGAIN_MS = 1_000;

const runtime = openRuntime(env());
const boss = await startWhenDatabaseAnswers();
await workQueue(boss, runtime);
await schedule(boss);
log.info("worker ready");
process.send?.("ready");

/** The database may still be starting, or be down for a moment: waiting beats dying. */
async function startWhenDatabaseAnswers() {
  for (;;) {
    try {
      return await startBoss(env().DATABASE_URL, true);
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

/** First signal: finish what runs, take nothing new. Second: out at once. */
async function stop(signal: string): Promise<void> {
  if (draining) process.exit(1);
  draining = true;
  stopRuns(runtime);
  log.info({ signal }, "worker drains");
  await boss.stop({ graceful: true, timeout: DRAIN_MS });
  await runtime.close();
  process.exit(0);
}
