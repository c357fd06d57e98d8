import { readdir } from "node:fs/promises";
import type { Arena } from "@/lib/testing/faults/arena";

/** Everything people and operators can come to read, by the place it stands in. */
export async function listOpenTexts({ runtime, dataDir }: Arena): Promise<[string, string][]> {
  const { db } = runtime;
  const files = await readdir(dataDir, { recursive: true });
  const places = {
    jobs: db.$queryRaw`SELECT data, output FROM pgboss.job`,
    codes: db.$queryRaw`SELECT failure_message, failure_rid FROM codes WHERE failure_message <> ''`,
    journal: db.$queryRaw`SELECT errmsg, request FROM code_calls`,
    batches: db.$queryRaw`SELECT pause_message FROM batches`,
    tokens: db.$queryRaw`SELECT message FROM token_events`,
    audit: db.$queryRaw`SELECT details, changes FROM audit_entries`,
  };
  const told: [string, string][] = [["file names", files.join("\n")]];
  for (const [place, rows] of Object.entries(places))
    told.push([place, JSON.stringify(await rows)]);
  return told;
}
