import { inRoot, NODE } from "../bootstrap/paths.mjs";
import { pathToFileURL } from "node:url";

const EXIT_WITH_PARENT = pathToFileURL(inRoot("bin", "exit-with-parent.mjs")).href;

/** How a TypeScript program of ours is run: under Node 24, through tsx, ending when its parent does. */
export function nodeArgs(program: string[]): { command: string; args: string[] } {
  return {
    command: NODE,
    args: ["--import", import.meta.resolve("tsx"), "--import", EXIT_WITH_PARENT, ...program],
  };
}

/** The same for a program that is JavaScript already. */
export function plainNodeArgs(program: string[]): { command: string; args: string[] } {
  return { command: NODE, args: ["--import", EXIT_WITH_PARENT, ...program] };
}
