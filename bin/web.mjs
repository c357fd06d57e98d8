/**
 * The web part: Next on a plain HTTP server of our own, because only the server that holds
 * the socket can say truthfully where a request came from. `--dev` serves the sources.
 */
import { createServer } from "node:http";
import next from "next";
import { clientAddress } from "../lib/core/client-address.mjs";

const ADDRESS_HEADER = "x-mintdesk-address";
const port = Number(process.env.PORT ?? 3000);
const behindProxy = process.env.MINTDESK_TRUST_PROXY === "on";
const dev = process.argv.includes("--dev");

const app = next({ dev, dir: process.cwd(), port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  request.headers[ADDRESS_HEADER] = clientAddress(request, behindProxy);
  void handle(request, response);
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
