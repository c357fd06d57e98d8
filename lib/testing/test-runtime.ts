import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { randomBytes, randomUUID } from "node:crypto";
import { parseEnv } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import type { Actor, Context, Role } from "@/lib/core/context";
import { cloneDatabase } from "@/lib/testing/template-database";

/** A runtime on a database and a data folder of its own; `close` removes both. */
export async function openTestRuntime(overrides: Record<string, string> = {}): Promise<Runtime> {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), "mintdesk-test-"));
  const runtime = openRuntime(
    parseEnv({
      NODE_ENV: "test",
      DATABASE_URL: database.url,
      MINTDESK_SECRET: randomBytes(32).toString("base64"),
      MINTDESK_DATA_DIR: dataDir,
      LOG_LEVEL: "fatal",
      ...overrides,
    }),
  );
  return {
    ...runtime,
    async close() {
      await runtime.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The context of an actor, with a clock that can be handed in. */
export function contextFor(
  runtime: Runtime,
  actor: Actor,
  now: () => Date = () => new Date(),
): Context {
  return { actor, runtime, now, requestId: randomUUID(), address: "192.0.2.1" };
}

/** A person of the role, stored in the database, and a context for them. */
export async function asPerson(runtime: Runtime, role: Role, now?: () => Date): Promise<Context> {
  const user = await runtime.db.user.create({
    data: {
      email: `${role}-${randomUUID()}@example.com`,
      name: { admin: "林悦", operator: "Chen Wei", marketing: "周敏" }[role],
      role,
      passwordHash: "unusable",
    },
  });
  return contextFor(runtime, { kind: "user", id: user.id, name: user.name, role }, now);
}
