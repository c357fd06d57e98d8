import { inRoot } from "../bootstrap/paths.mjs";
import { PlainError } from "../bootstrap/plain-error.mjs";
import { nodeArgs } from "./node-args";
import { spawnPart } from "./spawn-part";

/** A program that runs once, to its end, before the parts start. */
export type Script = { title: string; path: string; env: NodeJS.ProcessEnv };

/** Runs a TypeScript file of ours to its end and returns its lines. Ends it when `signal` says so. */
export async function runScript(script: Script, signal: AbortSignal): Promise<string[]> {
  const lines: string[] = [];
  const { command, args } = nodeArgs([inRoot(script.path)]);
  const child = spawnPart(
    {
      name: script.title,
      command,
      args,
      env: script.env,
      readyWithinMs: Infinity,
      graceMs: 0,
      isReady: async () => true,
    },
    (line) => lines.push(line),
  );
  const end = () => child.force();
  signal.addEventListener("abort", end);
  const reason = await child.ended;
  signal.removeEventListener("abort", end);
  if (reason === "exit code 0") return lines;
  signal.throwIfAborted();
  throw new PlainError(`${script.title} failed.`, {
    cause: `${script.path} ended with ${reason}; its output is above.`,
    fix: "mend what it names, then start again.",
    output: lines.join("\n"),
  });
}
