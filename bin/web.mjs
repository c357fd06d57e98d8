/**
 * The web part: Next on a plain HTTP server of our own, because only the server that holds
 * the socket can say truthfully where a request came from. `--dev` serves the sources.
 */
import { createServer } from "node:http";
import next from "next";
import { readProxyTrust } from "../lib/core/proxy-trust.mjs";
import { openDoor } from "../lib/web/door.mjs";

const port = Number(process.env.PORT ?? 3000);
const dev = process.argv.includes("--dev");

const admit = openDoor({
  publicUrl: process.env.MINTDESK_URL || `http://localhost:${port}`,
  trust: readProxyTrust(process.env.MINTDESK_TRUST_PROXY ?? ""),
});
const app = next({ dev, dir: process.cwd(), port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  if (admit(request, response)) void handle(request, response);
});
if (dev) server.on("upgrade", app.getUpgradeHandler());

server.listen(port, () => process.send?.("ready"));

let closing = false;
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => {
    if (closing) process.exit(1);
    closing = true;
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
