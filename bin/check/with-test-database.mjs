import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot, NODE, ROOT } from "../bootstrap/paths.mjs";

/**
 * Lends a PostgreSQL that is thrown away afterwards. It is fast because it would not survive a power cut.
 * @template T
 * @param {(databaseUrl: string) => Promise<T>} work gets the superuser's address of the `postgres` database
 * @returns {Promise<T>}
 */
export async function withTestDatabase(work) {
  const dataDir = await mkdtemp(join(tmpdir(), "mintdesk-test-"));
  // The server of root is another user, who has to pass through.
  await chmod(dataDir, 0o711);
  const program = ["--import", "tsx", inRoot("bin", "postgres", "serve.ts"), dataDir];
  const server = spawn(NODE, program, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  try {
    const url = await new Promise((resolve, reject) => {
      server.once("message", (message) => resolve(String(message)));
      server.once("error", reject);
      ended.then((code) => reject(new Error(`The test database ended with ${code}.`)));
    });
    return await work(url);
  } finally {
    if (server.connected) server.disconnect();
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}
