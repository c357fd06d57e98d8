import path from "node:path";
import type pg from "pg";
import type { Dispatcher } from "undici";
import { connect } from "@/lib/db/client";
import type { Database } from "@/lib/db/client";
import { openMinter } from "@/lib/db/open-minter";
import type { Minter } from "@/lib/db/open-minter";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { openQueue } from "@/lib/queue/open-queue";
import type { Queue } from "@/lib/queue/open-queue";
import { createFileStore } from "@/lib/storage/file-store";
import type { ObjectStore } from "@/lib/storage/object-store";
import { objectsFolder } from "@/lib/storage/objects-folder";
import { openSpool } from "@/lib/storage/open-spool";
import type { Spool } from "@/lib/storage/open-spool";
import { createDispatcher } from "@/lib/wechat/dispatcher";

/** What a process opens once and every verb reaches through its context. */
export interface Runtime {
  env: Env;
  db: Database;
  pool: pg.Pool;
  store: ObjectStore;
  /** What could not be written into the database for the moment. */
  spool: Spool;
  queue: Queue;
  /** Says that this process lives while it mints; idle until the first code. */
  minter: Minter;
  /** Keep-alive connections towards WeChat, shared by all mini programs. */
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** Opens the database, the queue and the object store this environment names; the database under a role, if told. */
export function openRuntime(env: Env, { role }: { role?: string } = {}): Runtime {
  log.level = env.LOG_LEVEL;
  const { db, pool, close } = connect(env.DATABASE_URL, role);
  const queue = openQueue(env.DATABASE_URL);
  const dispatcher = createDispatcher({ timeoutMs: env.WECHAT_TIMEOUT_MS });
  const store = createFileStore(objectsFolder(env));
  const spool = openSpool(path.join(/* turbopackIgnore: true */ env.dataDir, "spool"));
  const minter = openMinter(env.DATABASE_URL);
  return {
    env,
    db,
    pool,
    store,
    spool,
    queue,
    minter,
    dispatcher,
    async close() {
      await queue.close();
      await minter.close();
      await dispatcher.close();
      await close();
    },
  };
}

/** Where files lie that a browser sends, while they are read. */
export function uploadsFolder(env: Env): string {
  return path.join(/* turbopackIgnore: true */ env.dataDir, "uploads");
}
