import type { PgBoss } from "pg-boss";
import { log } from "@/lib/log";
import { JOB_NAMES, JOBS } from "@/lib/queue/jobs";
import type { JobDefinition, JobName } from "@/lib/queue/jobs";
import { HANDLERS } from "@/lib/worker/handlers";
import { jobContext } from "@/lib/worker/job-context";
import type { Runtime } from "@/lib/runtime";

const POLL_SECONDS = 0.5;

/** Subscribes a handler to every job; a bad payload or a failing verb fails the job, which is repeated by its policy. */
export async function workQueue(boss: PgBoss, runtime: Runtime): Promise<void> {
  for (const name of JOB_NAMES) {
    const options = { pollingIntervalSeconds: POLL_SECONDS, ...concurrencyOf(name) };
    await boss.work(name, options, async (jobs) => {
      for (const job of jobs) {
        log.debug({ job: name, jobId: job.id }, "job started");
        const payload = JOBS[name].payload.parse(job.data);
        await HANDLERS[name](jobContext(runtime, name), payload as never);
      }
    });
  }
}

/** A job with groups comes in crowds; while there is one, the next is fetched as soon as one ends. */
function concurrencyOf(name: JobName) {
  const job: JobDefinition = JOBS[name];
  const localConcurrency = job.atOnce ?? 1;
  if (job.atOncePerGroup === undefined) return { localConcurrency };
  return { localConcurrency, groupConcurrency: job.atOncePerGroup, burstWhenReadyExceeds: 1 };
}
