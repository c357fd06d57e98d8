import { createInterface } from "node:readline/promises";
import type { Desk } from "./desk";
import { Interrupted } from "./failures";

/** Yes or no from a person; null where there is none to ask. */
export async function askPerson({ say, signal }: Desk, question: string): Promise<boolean | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal is in its own mode while a question stands, so Ctrl-C comes here first.
  const leave = new AbortController();
  lines.on("SIGINT", () => leave.abort());
  try {
    const both = AbortSignal.any([signal, leave.signal]);
    const answer = await lines.question(`${question} ${say("yesNo")} `, { signal: both });
    return /^(y|yes|是|好)$/i.test(answer.trim());
  } catch {
    throw new Interrupted(say("interrupted"));
  } finally {
    lines.close();
  }
}
