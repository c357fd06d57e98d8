import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { ServerRequest } from "node-easywechat";
import { afterEach } from "vitest";

import { startSandbox } from "./sandbox-under-test";

export const COMPONENT = {
  appid: "wxc0000000000000a1",
  secret: "component-secret",
  token: "pushtoken",
  encodingAesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
};

const running: Server[] = [];

afterEach(() => {
  for (const server of running.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A receiver of pushes on a free loopback port that answers what `serve` says. */
export async function startReceiver(
  serve: (request: ServerRequest) => Promise<string>,
): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const answer = async () => {
      const body = await text(incoming);
      return serve(await ServerRequest.createFromIncomingMessage(incoming, body));
    };
    answer().then(
      (words) => outgoing.end(words),
      (error: unknown) => outgoing.writeHead(500).end(String(error)),
    );
  });
  running.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://127.0.0.1:${port}/wechat/events`;
}

/** A sandbox with one platform, and short ways to its calls. */
export async function startPlatform(extra: object = {}) {
  const under = await startSandbox();
  const { sandbox, post } = under;
  const control = async (path: string, body: unknown, method = "POST") => {
    const response = await fetch(`${sandbox.url}/__sandbox${path}`, {
      method,
      body: JSON.stringify(body),
    });
    return { status: response.status, json: await response.json() };
  };
  const home = `/components/${COMPONENT.appid}`;
  await control("/components", { ...COMPONENT, ...extra });
  const call = async (name: string, body: object, token?: string) => {
    const query = token === undefined ? "" : `?component_access_token=${token}`;
    const named = { component_appid: COMPONENT.appid, ...body };
    return (await post(`/cgi-bin/component/${name}${query}`, named)).json();
  };
  const fetchToken = async () => {
    const { ticket } = (await control(`${home}/ticket`, { url: null })).json;
    const secret = { component_appsecret: COMPONENT.secret };
    return call("api_component_token", { ...secret, component_verify_ticket: ticket });
  };
  const authorise = async (body: object) => (await control(`${home}/authorise`, body)).json;
  return { ...under, control, home, call, fetchToken, authorise };
}
