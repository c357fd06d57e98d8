import type { Job, PgBoss } from "pg-boss";
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
      const ended = await Promise.allSettled(jobs.map((job) => runJob(runtime, name, job)));
      const failed = ended.find((end) => end.status === "rejected");
      if (failed) throw failed.reason;
    });
  }
}

async function runJob(runtime: Runtime, name: JobName, job: Job<unknown>): Promise<void> {
  log.debug({ job: name, jobId: job.id }, "job started");
  const payload = JOBS[name].payload.parse(job.data);
  await HANDLERS[name](jobContext(runtime, name), payload as never);
}

/** A job with groups comes in crowds: some are fetched at once, and the next as soon as they have ended. */
function concurrencyOf(name: JobName) {
  const { atOnce: localConcurrency = 1, atOncePerGroup }: JobDefinition = JOBS[name];
  if (atOncePerGroup === undefined) return { localConcurrency };
  const groups = { batchSize: atOncePerGroup, groupConcurrency: atOncePerGroup };
  return { localConcurrency, ...groups, burstWhenBatchFull: true };
}
