import type { Runtime } from "@/lib/runtime";

export interface Health {
  status: "ok" | "failing";
  checks: Record<"database" | "queue" | "storage", "ok" | "failing">;
}

const SOME_ROOM_BYTES = 1024 * 1024;

/** Whether the parts this process needs answer; no versions, no addresses. */
export async function checkHealth(runtime: Runtime): Promise<Health> {
  const [database, queue, storage] = await Promise.all([
    verdict(() => runtime.db.$queryRaw`SELECT 1`),
    verdict(() => runtime.db.$queryRaw`SELECT 1 FROM pgboss.version`),
    verdict(() => runtime.store.ensureRoom(SOME_ROOM_BYTES)),
  ]);
  const checks = { database, queue, storage };
  const failing = Object.values(checks).includes("failing");
  return { status: failing ? "failing" : "ok", checks };
}

async function verdict(check: () => Promise<unknown>): Promise<"ok" | "failing"> {
  try {
    await check();
    return "ok";
  } catch {
    return "failing";
  }
}
