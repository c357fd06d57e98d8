import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Env } from "@/lib/env";
import { AnswerCache } from "@/lib/gate/answer-cache";
import { gateApp } from "@/lib/gate/app";
import { UNKNOWN_SCENE } from "@/lib/gate/error-replies";
import { HeardScans } from "@/lib/gate/heard-scans";
import { openLimits } from "@/lib/gate/limits";
import { listenForChanges } from "@/lib/gate/listen-for-changes";
import { LookUps } from "@/lib/gate/look-ups";
import { openPool } from "@/lib/gate/open-pool";
import { openPackDoor } from "@/lib/gate/packs/pack-door";
import { openWords } from "@/lib/gate/pages/open-words";
import { openRoomDoor } from "@/lib/gate/rooms/room-door";
import { send } from "@/lib/gate/send";
import { log } from "@/lib/log";
import { createFileStore } from "@/lib/storage/file-store";
import { objectsFolder } from "@/lib/storage/objects-folder";

const ANSWER_MS = 5_000;
/** Somebody who sends slowly holds no place for long. */
const REQUEST_MS = 10_000;
/** Longer than a usual proxy keeps its side open, so that it never writes into a closed one. */
const KEEP_ALIVE_MS = 75_000;

export interface OpenGate {
  port: number;
  /** Takes nothing new, finishes what is asked, writes down what was heard. */
  close(): Promise<void>;
}

/** Opens the gate; resolves once it listens, whether or not the database answers. */
export async function openGate(env: Env, port = env.GATE_PORT): Promise<OpenGate> {
  log.level = env.LOG_LEVEL;
  const pool = openPool(env);
  const cache = new AnswerCache();
  const heard = new HeardScans(pool);
  const app = gateApp({
    env,
    pool,
    cache,
    lookUps: new LookUps(pool),
    heard,
    limits: openLimits(env),
    packs: openPackDoor(createFileStore(objectsFolder(env))),
    rooms: openRoomDoor(env),
    wordsOf: openWords(),
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  let isClosing = false;
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (incoming, outgoing) => {
      if (isClosing) outgoing.shouldKeepAlive = false;
      // Nothing here depends on the Host, and an odd one must not answer differently from any other question.
      incoming.headers.host = "gate";
      if (isPath(incoming.url)) void listener(incoming, outgoing);
      else send(outgoing, UNKNOWN_SCENE);
    },
  );
  const changes = await listenForChanges(pool, cache);
  server.listen(port);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      isClosing = true;
      await endServer(server);
      await heard.close();
      await changes.close();
      await pool.close();
    },
  };
}

function isPath(target = ""): boolean {
  return target.startsWith("/") && !target.includes("\\");
}

async function endServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const insist = setTimeout(() => server.closeAllConnections(), ANSWER_MS);
  await closed;
  clearTimeout(insist);
}
