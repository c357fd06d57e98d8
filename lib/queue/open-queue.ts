import { fromPrisma, PgBoss } from "pg-boss";
import type { Transaction } from "@/lib/db/client";
import { log } from "@/lib/log";
import { JOB_NAMES, JOBS } from "@/lib/queue/jobs";
import type { JobName, JobPayload } from "@/lib/queue/jobs";

export interface Queue {
  /** Puts a job into the caller's transaction: it exists if and only if that commits. */
  enqueue<Name extends JobName>(
    tx: Transaction,
    name: Name,
    payload: JobPayload<Name>,
    options?: { afterSeconds?: number },
  ): Promise<void>;
  /** Many at once; those of one group wait for each other where a job says how many of a group run at once. */
  enqueueMany<Name extends JobName>(
    tx: Transaction,
    name: Name,
    jobs: readonly { payload: JobPayload<Name>; group: string }[],
    options?: { afterSeconds?: number },
  ): Promise<void>;
  close(): Promise<void>;
}

/** pg-boss on our database, its tables and queues made when missing. */
export async function startBoss(databaseUrl: string, works: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: works ? 4 : 1,
    supervise: works,
    schedule: works,
    superviseIntervalSeconds: 2,
  });
  boss.on("error", (error) => log.warn({ err: error }, "queue connection trouble"));
  await boss.start();
  for (const name of JOB_NAMES) {
    const { retryLimit, retryDelaySeconds, expireInSeconds } = JOBS[name];
    await boss.createQueue(name, {
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: retryLimit > 0,
      expireInSeconds,
      heartbeatSeconds: 10,
    });
  }
  return boss;
}

/** A queue that only sends; it connects at the first job. */
export function openQueue(databaseUrl: string): Queue {
  let starting: Promise<PgBoss> | undefined;
  const boss = () => {
    starting ??= startBoss(databaseUrl, false).catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
  return {
    async enqueue(tx, name, payload, options = {}) {
      await (
        await boss()
      ).send(name, JOBS[name].payload.parse(payload), {
        db: fromPrisma(tx),
        startAfter: options.afterSeconds ?? 0,
      });
    },
    async enqueueMany(tx, name, jobs, options = {}) {
      const startAfter = options.afterSeconds ?? 0;
      const inserts = jobs.map(({ payload, group }) => ({
        data: JOBS[name].payload.parse(payload),
        group: { id: group },
        startAfter,
      }));
      await (await boss()).insert(name, inserts, { db: fromPrisma(tx) });
    },
    async close() {
      await (await starting)?.stop({ graceful: false });
    },
  };
}
