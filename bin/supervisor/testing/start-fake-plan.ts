import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot, NODE } from "../../bootstrap/paths.mjs";

const PATIENCE_MS = 60_000;

/** A supervisor running as a process of its own. */
export type FakePlan = {
  pid: number;
  output: () => string;
  /** Waits for words in the output. */
  says: (words: string) => Promise<void>;
  signal: (name: NodeJS.Signals) => void;
  /** Exit code, or null after a signal. */
  ended: Promise<number | null>;
};

/** Starts bin/supervisor/testing/run-fake-plan.ts on a data folder. */
export function startFakePlan(dataDir: string, ...parts: string[]): FakePlan {
  const script = inRoot("bin", "supervisor", "testing", "run-fake-plan.ts");
  const child = spawn(NODE, ["--import", import.meta.resolve("tsx"), script, dataDir, ...parts], {
    cwd: inRoot(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says: (words) =>
      until(
        () => output.includes(words),
        () => `"${words}" in:\n${output}`,
      ),
    signal: (name) => child.kill(name),
    ended: new Promise((resolve) => child.once("close", resolve)),
  };
}

/** The numbers a fake part wrote, one line per start: its own and its child's. */
export async function readPids(dataDir: string, name: string): Promise<number[][]> {
  const text = await readFile(`${dataDir}/${name}.pids`, "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [line.split(" ").map(Number)]));
}

/** Whether a process exists and is not merely waiting to be collected. */
export async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat !== null) return !/\) Z /.test(stat);
  try {
    process.kill(pid, 0);
    return process.platform !== "linux";
  } catch {
    return false;
  }
}

/** Waits until a condition holds; fails with its description when it does not come true. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  describe: () => string,
): Promise<void> {
  const startedAt = Date.now();
  while (!(await holds())) {
    if (Date.now() - startedAt > PATIENCE_MS) throw new Error(`Waited in vain for ${describe()}`);
    await sleep(50);
  }
}

/** Waits until none of these processes is left. */
export async function untilGone(pids: number[]): Promise<void> {
  const anyAlive = async () => (await Promise.all(pids.map(isAlive))).includes(true);
  await until(
    async () => !(await anyAlive()),
    () => `the end of ${pids.join(", ")}`,
  );
}
