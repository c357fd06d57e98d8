import type { Postgres } from "../postgres/prepare-postgres";
import { describeError } from "../bootstrap/plain-error.mjs";
import { checkPorts, type NeededPort } from "./check-ports";
import { claimInstance } from "./claim-instance";
import { ensureDataDir } from "./ensure-data-dir";
import { listenForStop, type StopRequest } from "./listen-for-stop";
import type { Part } from "./part";
import { type RunningPart, runPart } from "./run-part";
import type { Voice } from "./voice";

/** Everything that runs on one data folder. */
export type Plan = {
  dataDir: string;
  address: string;
  ports: NeededPort[];
  /** Null when the database is somebody else's. */
  postgres: ((dataDir: string) => Promise<Postgres>) | null;
  /** Run once the database answers, before any part; `dataDir` is the real path. */
  prepare: (ground: Ground, signal: AbortSignal) => Promise<Prepared>;
};

/** What the parts stand on. */
export type Ground = { dataDir: string; postgres: Postgres | null };

/** Parts in the order of their start (they end in the reverse order), and what to print when they run. */
export type Prepared = { parts: Part[]; announcement: string };

/**
 * Runs a plan until it is asked to stop. Returns the exit code: 0 after a request, 1 when the start failed.
 * No child is left behind, whichever way it ends.
 */
export async function supervise(plan: Plan, voice: Voice): Promise<number> {
  const request = listenForStop(voice.say);
  const running: RunningPart[] = [];
  request.onForce(() => running.forEach((part) => part.force()));
  let release: (() => Promise<void>) | null = null;
  try {
    const dataDir = await ensureDataDir(plan.dataDir);
    release = await claimInstance(dataDir, { pid: process.pid, address: plan.address });
    await checkPorts(plan.ports);
    await startAll(plan, dataDir, running, voice, request);
    await aborted(request.signal);
    return 0;
  } catch (error) {
    if (request.signal.aborted) return 0;
    voice.say(`\n${describeError(error)}\n`);
    return 1;
  } finally {
    await stopAll(running, voice);
    await release?.();
  }
}

async function startAll(
  plan: Plan,
  dataDir: string,
  running: RunningPart[],
  voice: Voice,
  { signal }: StopRequest,
): Promise<void> {
  const start = async (part: Part) => {
    signal.throwIfAborted();
    const started = runPart(part, voice);
    running.push(started);
    await Promise.race([started.ready, aborted(signal)]);
    signal.throwIfAborted();
  };
  const postgres = plan.postgres === null ? null : await plan.postgres(dataDir);
  if (postgres !== null) {
    await start(postgres.part);
    await postgres.createDatabase();
  }
  const { parts, announcement } = await plan.prepare({ dataDir, postgres }, signal);
  for (const part of parts) await start(part);
  voice.say(announcement);
}

// One after another: the web part first, the database last.
async function stopAll(running: RunningPart[], voice: Voice): Promise<void> {
  for (const part of running.toReversed()) await part.stop();
  if (running.length > 0) voice.say("Everything has stopped.");
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
