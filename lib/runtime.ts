import path from "node:path";
import type pg from "pg";
import type { Dispatcher } from "undici";
import { connect } from "@/lib/db/client";
import type { Database } from "@/lib/db/client";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { openQueue } from "@/lib/queue/open-queue";
import type { Queue } from "@/lib/queue/open-queue";
import { createFileStore } from "@/lib/storage/file-store";
import type { ObjectStore } from "@/lib/storage/object-store";
import { createDispatcher } from "@/lib/wechat/dispatcher";

/** What a process opens once and every verb reaches through its context. */
export interface Runtime {
  env: Env;
  db: Database;
  pool: pg.Pool;
  store: ObjectStore;
  queue: Queue;
  /** Keep-alive connections towards WeChat, shared by all mini programs. */
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** Opens the database, the queue and the object store this environment names. */
export function openRuntime(env: Env): Runtime {
  log.level = env.LOG_LEVEL;
  const { db, pool, close } = connect(env.DATABASE_URL);
  const queue = openQueue(env.DATABASE_URL);
  const dispatcher = createDispatcher({ timeoutMs: env.WECHAT_TIMEOUT_MS });
  const store = createFileStore(objectsFolder(env));
  return {
    env,
    db,
    pool,
    store,
    queue,
    dispatcher,
    async close() {
      await queue.close();
      await dispatcher.close();
      await close();
    },
  };
}

/** Where the file store of this environment lies. */
export function objectsFolder(env: Env): string {
  return path.join(/* turbopackIgnore: true */ env.dataDir, "objects");
}
