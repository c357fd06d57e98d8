import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { inRoot } from "./paths.mjs";

/**
 * The environment of a part that is run alone. What is not set but known from an `npm start` on this machine
 * (secret, embedded database) is taken from the data folder.
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isDev
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function completeEnv(env, isDev) {
  const dataDir = env.MINTDESK_DATA_DIR ? resolve(env.MINTDESK_DATA_DIR) : inRoot("data");
  const [secret, password, port] = await Promise.all(
    ["secret", "postgres-password", "postgres-port"].map((name) => readText(join(dataDir, name))),
  );
  const embedded =
    password && port ? `postgresql://mintdesk:${password}@127.0.0.1:${port}/mintdesk` : "";
  return {
    ...env,
    NODE_ENV: isDev ? "development" : "production",
    MINTDESK_DATA_DIR: dataDir,
    ...((env.MINTDESK_SECRET || secret) && { MINTDESK_SECRET: env.MINTDESK_SECRET || secret }),
    ...((env.DATABASE_URL || embedded) && { DATABASE_URL: env.DATABASE_URL || embedded }),
  };
}

/** @param {string} path */
async function readText(path) {
  return readFile(path, "utf8").then(
    (text) => text.trim(),
    () => "",
  );
}
