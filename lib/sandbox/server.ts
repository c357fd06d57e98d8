import { createServer, type Server } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";

import { addConsentRoutes } from "./consent-routes";
import { controlRoutes } from "./control";
import { ENDPOINT_PATHS, ENDPOINTS } from "./endpoints";
import { sendAnswer } from "./fault-effects";
import { serveWire } from "./serve-wire";
import { SandboxState } from "./state";
import { StateFile } from "./state-file";
import { errorAnswer } from "./wire-answer";

export type SandboxOptions = {
  /** 0 (the default) takes any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Milliseconds since 1970; a test moves it to let tokens expire and windows turn. */
  now?: () => number;
  /** 0 up to 1, for faults by probability and drawn delays. */
  random?: () => number;
  /** Where accounts, settings and platforms outlive a restart; none: nothing does. Holds secrets. */
  stateFile?: string;
};

export type Sandbox = {
  /** Without a slash at the end; stands in for https://api.weixin.qq.com. */
  url: string;
  port: number;
  state: SandboxState;
  /** Drops open connections, hanging answers included, and writes the state file. */
  close: () => Promise<void>;
};

/**
 * Starts the sandbox and resolves once it listens; rejects when the port is taken, or when a broken
 * state file cannot be put aside.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = "127.0.0.1", now = Date.now, random = Math.random } = options;
  const state = new SandboxState({ now, random });
  const { stateFile } = options;
  const file = stateFile === undefined ? null : new StateFile(stateFile, state);
  await file?.open();
  const app = sandboxApp(state);
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const boundPort = await listen(server, port, host);
  const urlHost = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${urlHost}:${boundPort}`,
    port: boundPort,
    state,
    close: async () => {
      await close(server);
      await file?.close();
    },
  };
}

function sandboxApp(state: SandboxState): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/__sandbox", controlRoutes(state));
  addConsentRoutes(app, state);
  for (const endpoint of ENDPOINTS) {
    // Written to the socket's own response: a fetch Response would lower-case the header names.
    app.all(ENDPOINT_PATHS[endpoint], async ({ env }) => {
      await serveWire(state, endpoint, env.incoming, env.outgoing);
      return RESPONSE_ALREADY_SENT;
    });
  }
  // Hono would print: a caller that hangs up in mid-request is no news, anything else shows itself as 500.
  app.onError((error, c) =>
    c.env.outgoing.destroyed ? RESPONSE_ALREADY_SENT : c.json({ error: String(error) }, 500),
  );
  app.notFound(({ env }) => {
    sendAnswer(env.outgoing, errorAnswer(40066, state.now()));
    return RESPONSE_ALREADY_SENT;
  });
  return app;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
