import { parseArgs } from "node:util";

import { createSandbox } from "./server";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8901" },
    host: { type: "string", default: "127.0.0.1" },
    /** A file in which accounts, settings and platforms outlive a restart. */
    state: { type: "string" },
  },
});

const { port, host, state: stateFile } = values;
const sandbox = await createSandbox({
  port: Number(port),
  host,
  ...(stateFile !== undefined && { stateFile }),
});
process.stdout.write(`sandbox listening on ${sandbox.url}\n`);

let isClosing = false;

async function stop(): Promise<void> {
  if (isClosing) return;
  isClosing = true;
  await sandbox.close();
  // An open channel to the parent would keep the process alive.
  if (process.connected) process.disconnect();
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The parent is gone: nobody is left to stop this one.
process.on("disconnect", () => void stop());
