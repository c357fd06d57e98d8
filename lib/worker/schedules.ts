import type { PgBoss } from "pg-boss";
import type { JobName } from "@/lib/queue/jobs";

/** What runs by the clock (minute hour day month weekday, Beijing time). */
export const SCHEDULES: readonly { job: JobName; cron: string }[] = [
  { job: "packs.wake", cron: "* * * * *" },
  { job: "packs.remove-old", cron: "7 * * * *" },
  { job: "audit.seal-blocks", cron: "* * * * *" },
  { job: "storage.remove-abandoned-files", cron: "*/5 * * * *" },
  { job: "sheets.remove-old", cron: "37 * * * *" },
  { job: "idempotency.remove-old", cron: "52 * * * *" },
  { job: "audit.mail-checkpoint", cron: "0 9 * * *" },
  { job: "people.remove-expired-sessions", cron: "17 3 * * *" },
  { job: "wechat-state.remove-old", cron: "27 3 * * *" },
  { job: "scans.remove-old", cron: "47 3 * * *" },
  { job: "webhooks.remove-old", cron: "57 3 * * *" },
];

/** Makes the schedules known and forgets those of earlier versions; running it again changes nothing. */
export async function schedule(boss: PgBoss): Promise<void> {
  const known = SCHEDULES.map(({ job }) => String(job));
  for (const { name } of await boss.getSchedules()) {
    if (!known.includes(name)) await boss.unschedule(name);
  }
  for (const { job, cron } of SCHEDULES) {
    await boss.schedule(job, cron, {}, { tz: "Asia/Shanghai" });
  }
}
