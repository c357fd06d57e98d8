import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "../bootstrap/paths.mjs";
import type { Part, PartProcess } from "./part";

const LAST_WORDS_MS = 1000;

/** A started part. */
export type Spawned = PartProcess & {
  /** Resolves with words such as "exit code 1" when it has ended. */
  ended: Promise<string>;
  /** Sends a signal to the part alone. */
  signal: (name: NodeJS.Signals) => void;
  /** Ends it and everything it started at once. */
  force: () => void;
};

/**
 * Starts a part in its own process group, so that Ctrl-C in a terminal reaches the supervisor alone,
 * with an IPC channel by which it notices when the supervisor is gone.
 */
export function spawnPart(part: Part, onLine: (line: string) => void): Spawned {
  const startedAt = Date.now();
  const words = new Set<unknown>();
  const child = spawn(part.command, part.args, {
    cwd: inRoot(),
    env: { ...part.env, MINTDESK_PARENT: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream, crlfDelay: Infinity }).on("line", onLine);
  }
  child.on("message", (word) => words.add(word));
  const ended = waitForEnd(child, part.forceSignal === undefined);
  return {
    pid: child.pid ?? 0,
    ageMs: () => Date.now() - startedAt,
    said: (word) => words.has(word),
    ended,
    signal: (name) => child.kill(name),
    force: () => (part.forceSignal === undefined ? killGroup(child) : child.kill(part.forceSignal)),
  };
}

async function waitForEnd(child: ChildProcess, endsGroup: boolean): Promise<string> {
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const reason = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) =>
      resolve(signal === null ? `exit code ${code}` : `signal ${signal}`),
    );
  });
  if (endsGroup) killGroup(child);
  // Its last words may still be on their way.
  await Promise.race([closed, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
  return reason;
}

// Also after its end: what it started must not stay behind.
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    // Nobody is left in the group.
  }
}
