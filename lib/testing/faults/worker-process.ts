import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import path from "node:path";
import { FAULT_ORDER } from "@/lib/testing/faults/failpoints";
import type { FaultOrder } from "@/lib/testing/faults/failpoints";

/** A process of the product, as `npm start` would run it. */
export interface DeskProcess {
  pid: number;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  hasEnded(): boolean;
  signal(name: NodeJS.Signals): void;
  /** Stopped by a signal, as the system sees it. */
  isStopped(): boolean;
  /** Sends it a word. */
  tell(word: string): void;
  /** Resolves with its next message; rejects when it ends before. */
  message(): Promise<unknown>;
  /** Sends it a word and waits for what it says to that. */
  ask(word: string): Promise<unknown>;
}

export interface ProcessOptions {
  /** Where its sources lie. */
  root: string;
  program: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  order?: FaultOrder | undefined;
}

export function startProcess(options: ProcessOptions): DeskProcess {
  const { root, program, args = [], env, logFile, order } = options;
  const log = openSync(logFile, "a");
  const preload = path.join(root, "lib/testing/faults/preload.ts");
  const imports = ["--import", "tsx", ...(order ? ["--import", preload] : [])];
  const child = spawn(process.execPath, [...imports, path.join(root, program), ...args], {
    cwd: root,
    env: { ...env, ...(order && { [FAULT_ORDER]: JSON.stringify(order) }) },
    stdio: ["ignore", log, log, "ipc"],
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code ?? -1));
  });
  const message = async () => {
    const [said] = (await Promise.race([
      once(child, "message"),
      ended.then((end) => {
        throw new Error(`${program} ended with ${end}:\n${tailOf(logFile)}`);
      }),
    ])) as unknown[];
    return said;
  };
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    signal: (name) => void child.kill(name),
    isStopped: () => isStopped(child),
    tell: (word) => void child.send(word),
    message,
    ask: (word) => {
      const answer = message();
      child.send(word);
      return answer;
    },
  };
}

function tailOf(file: string): string {
  return readFileSync(file, "utf8").slice(-2_000);
}

function isStopped({ pid }: ChildProcess): boolean {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "");
    return state.startsWith("T");
  } catch {
    return false;
  }
}
