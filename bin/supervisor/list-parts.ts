import { join } from "node:path";
import { inRoot } from "../bootstrap/paths.mjs";
import { STREAMING_FLAGS } from "../streaming-flags.mjs";
import type { Config } from "./read-config";
import { nodeArgs, plainNodeArgs } from "./node-args";
import type { Part } from "./part";
import { answersHealth, answersTcp } from "./probes";

const GRACE_MS = 10_000;
/** The worker finishes the jobs it holds, for 20 s at most. */
const DRAIN_MS = 25_000;
/** The gate finishes its answers and writes down what it heard, for 10 s at most. */
const GATE_GRACE_MS = 15_000;
const READY_MS = 60_000;
/** `next dev` compiles the first page only when it is asked for. */
const DEV_READY_MS = 180_000;
/** A worker that says nothing is taken for ready when it has stayed alive this long. */
const SILENT_READY_MS = 1000;

/** The parts of Mintdesk, in the order of their start. */
export function listParts(config: Config, env: NodeJS.ProcessEnv): Part[] {
  const { sandboxPort: port, dataDir } = config;
  const sandbox = port === null ? [] : [sandboxPart(port, dataDir, env)];
  return [...sandbox, workerPart(config, env), gatePart(config, env), webPart(config, env)];
}

function sandboxPart(port: number, dataDir: string, env: NodeJS.ProcessEnv): Part {
  // Its counters outlive it, or its Num-Used would fall behind our ledger at every start.
  const state = ["--state", join(dataDir, "sandbox.json")];
  return {
    name: "sandbox",
    ...nodeArgs([inRoot("lib", "sandbox", "main.ts"), "--port", String(port), ...state]),
    env,
    readyWithinMs: READY_MS,
    graceMs: GRACE_MS,
    isReady: () => answersTcp(port),
  };
}

function workerPart(config: Config, env: NodeJS.ProcessEnv): Part {
  const watch = config.isDev ? ["--watch", "--watch-preserve-output"] : [];
  return {
    name: "worker",
    ...nodeArgs([...watch, inRoot("lib", "worker", "main.ts")]),
    env,
    readyWithinMs: READY_MS,
    graceMs: DRAIN_MS,
    isReady: async (process) => process.said("ready") || process.ageMs() > SILENT_READY_MS,
  };
}

function gatePart(config: Config, env: NodeJS.ProcessEnv): Part {
  const watch = config.isDev ? ["--watch", "--watch-preserve-output"] : [];
  return {
    name: "gate",
    ...nodeArgs([...STREAMING_FLAGS, ...watch, inRoot("lib", "gate", "main.ts")]),
    env,
    readyWithinMs: READY_MS,
    graceMs: GATE_GRACE_MS,
    isReady: () => answersHealth(config.gatePort, "/health"),
  };
}

function webPart(config: Config, env: NodeJS.ProcessEnv): Part {
  return {
    name: "web",
    ...plainNodeArgs([
      ...STREAMING_FLAGS,
      inRoot("bin", "web.mjs"),
      ...(config.isDev ? ["--dev"] : []),
    ]),
    env,
    readyWithinMs: config.isDev ? DEV_READY_MS : READY_MS,
    graceMs: GRACE_MS,
    isReady: () => answersHealth(config.port, "/api/health"),
  };
}
