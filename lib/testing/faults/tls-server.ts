import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";

const FOLDER = path.join(process.cwd(), "lib/testing/faults/tls");

/** Whom the workers of such a row trust besides everybody else (NODE_EXTRA_CA_CERTS). */
export const TEST_AUTHORITY = path.join(FOLDER, "authority.pem");

/**
 * A server that shows a certificate of the test authority: one that ended in 2020, or one for another host. Its key
 * is in the repository and worth nothing. `requests` counts what got through all the same.
 */
export async function openTlsServer(certificate: "expired" | "wrong-host") {
  let requests = 0;
  const server = createServer(
    {
      key: readFileSync(path.join(FOLDER, "server-key.pem")),
      cert: readFileSync(path.join(FOLDER, `${certificate}.pem`)),
    },
    (_request, response) => {
      requests += 1;
      response.end();
    },
  );
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `localhost:${port}`,
    requests: () => requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
