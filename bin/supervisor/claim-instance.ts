import { createHash } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { errorCode, PlainError } from "../bootstrap/plain-error.mjs";

/** What a running supervisor tells a second one. */
export type Instance = { pid: number; address: string };

const ATTEMPTS = 5;
const ANSWER_MS = 3000;

/**
 * Makes this process the only one on a data folder (its real path), or fails naming the one that is.
 * The claim is an open socket, so it ends with the process however that ends. Returns how to give it up.
 */
export async function claimInstance(dataDir: string, self: Instance): Promise<() => Promise<void>> {
  const path = socketPath(dataDir);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const server = await listen(path, self);
    if (server !== null) return () => close(server);
    const other = await ask(path);
    if (other !== null) throw alreadyRunning(other);
    await removeDead(path);
  }
  throw new PlainError("Mintdesk could not make sure that it is the only one here.", {
    cause: `${path} is taken by something that does not answer.`,
    fix: "end that program or remove the file, then start again.",
  });
}

/** Where the supervisor of a data folder can be asked. */
export function socketPath(dataDir: string): string {
  const id = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const name = `mintdesk-${userInfo().uid}-${id}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  const path = join(tmpdir(), `${name}.sock`);
  // The system allows about a hundred bytes.
  return Buffer.byteLength(path) < 100 ? path : join("/tmp", `${name}.sock`);
}

/** The instance that listens on a socket, or null when nobody does. */
export function ask(path: string): Promise<Instance | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.once("error", () => resolve(null));
    text(socket).then(
      (answer) => resolve(parseInstance(answer)),
      () => resolve(null),
    );
  });
}

function parseInstance(answer: string): Instance | null {
  const [pid, address] = answer.trim().split(" ");
  return pid && address ? { pid: Number(pid), address } : null;
}

function listen(path: string, self: Instance): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(`${self.pid} ${self.address}\n`);
    });
    server.once("error", (error) =>
      errorCode(error) === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

// Moved aside and asked once more: between two looks another start may have put a living socket there.
async function removeDead(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await ask(aside)) === null) await rm(aside, { force: true });
  else await rename(aside, path);
}

async function close(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}

function alreadyRunning({ pid, address }: Instance): PlainError {
  return new PlainError(`Mintdesk is already running at ${address} (process ${pid}).`, {
    cause: "only one may work on a data folder at a time.",
    fix: `open ${address}, or end that one first (kill ${pid}), or choose another MINTDESK_DATA_DIR and PORT.`,
  });
}
