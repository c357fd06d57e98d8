import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { errorReply, UNKNOWN_SCENE, wrongMethod } from "@/lib/gate/error-replies";
import type { Gate } from "@/lib/gate/gate";
import { openHealth } from "@/lib/gate/health";
import { servePackFile } from "@/lib/gate/packs/serve-pack-file";
import { servePackPage } from "@/lib/gate/packs/serve-pack-page";
import { serveRoomFile } from "@/lib/gate/rooms/serve-room-file";
import { serveRoomPage } from "@/lib/gate/rooms/serve-room-page";
import { send } from "@/lib/gate/send";
import { serveScene } from "@/lib/gate/serve-scene";
import { takeReport } from "@/lib/gate/take-report";
import { log } from "@/lib/log";

const SCENE = "/v1/mini-programs/:appId/scenes/:scene";

const FAILED = errorReply(500, "failed", "something went wrong here.", "ask again later.");

/** The routes. One handler per address and none around it: what every answer has is put on by `send`. */
export function gateApp(gate: Gate): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const health = openHealth(gate.pool);
  app.all(SCENE, (call) => serveScene(gate, call));
  app.all(`${SCENE}/scans`, (call) => takeReport(gate, call));
  app.all("/pack/:token", (call) => servePackPage(gate, call));
  app.all("/pack/:token/:ticket/:fileName", (call) => servePackFile(gate, call));
  app.all("/pack/*", (call) => servePackPage(gate, call));
  app.all("/room/:token", (call) => serveRoomPage(gate, call));
  app.all("/room/:token/:file", (call) => serveRoomFile(gate, call));
  app.all("/room/*", (call) => serveRoomPage(gate, call));
  app.all("/health", async ({ req, env }) =>
    send(env.outgoing, req.method === "GET" ? await health() : wrongMethod("GET")),
  );
  app.notFound(({ env }) => send(env.outgoing, UNKNOWN_SCENE));
  // A caller that hangs up in mid-request is no news.
  app.onError((error, { env }) => {
    if (env.outgoing.destroyed || env.outgoing.headersSent) return RESPONSE_ALREADY_SENT;
    log.error({ err: error }, "a question to the gate failed");
    return send(env.outgoing, FAILED);
  });
  return app;
}
