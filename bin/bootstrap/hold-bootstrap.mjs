import { createHash } from "node:crypto";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./paths.mjs";
import { errorCode } from "./plain-error.mjs";

const POLL_MS = 500;

/** No preparation takes this long: its process number must have been given to another program. */
const STALE_MS = 30 * 60_000;

/**
 * Lets one process at a time install and build in this clone; the others wait and then find the work done.
 * @param {() => Promise<void>} work
 */
export async function holdBootstrap(work) {
  const id = createHash("sha256").update(ROOT).digest("hex").slice(0, 16);
  const path = join(tmpdir(), `mintdesk-${userInfo().uid}-${id}.preparing`);
  let isTold = false;
  while (!(await claim(path))) {
    if (!isTold) process.stdout.write("Another start is preparing this folder; waiting for it …\n");
    isTold = true;
    await sleep(POLL_MS);
  }
  try {
    await work();
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * @param {string} path
 * @returns {Promise<boolean>}
 */
async function claim(path) {
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") return true;
  }
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  const found = await stat(path).catch(() => null);
  const isFresh = found !== null && Date.now() - found.mtimeMs < STALE_MS;
  if (isFresh && (holder === 0 || isAlive(holder))) return false;
  await rm(path, { force: true });
  return false;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
