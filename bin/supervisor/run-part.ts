import { setTimeout as sleep } from "node:timers/promises";
import { PlainError } from "../bootstrap/plain-error.mjs";
import { HEALTHY_AGAIN_MS, nextDelay } from "./next-delay";
import type { Part } from "./part";
import { type Spawned, spawnPart } from "./spawn-part";
import type { Voice } from "./voice";

const POLL_MS = 100;

/** A part that is kept running until it is stopped. */
export type RunningPart = {
  name: string;
  /** Resolves when it is ready for the first time; rejects when that start fails. */
  ready: Promise<void>;
  /** Asks it to end, insists after its grace, resolves when it is gone. */
  stop: () => Promise<void>;
  /** Ends it at once. */
  force: () => void;
};

type State = { current: Spawned | null; failureCount: number; wasReady: boolean };

/** Starts a part and starts it again, later each time, whenever it ends by itself. */
export function runPart(part: Part, voice: Voice): RunningPart {
  const stopping = new AbortController();
  const state: State = { current: null, failureCount: 0, wasReady: false };
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => {});
  const finished = keepRunning(part, voice, state, stopping.signal, first).catch(first.reject);
  return {
    name: part.name,
    ready: first.promise,
    stop: async () => {
      stopping.abort();
      const insist = setTimeout(() => state.current?.force(), part.graceMs);
      state.current?.signal("SIGTERM");
      await finished;
      clearTimeout(insist);
    },
    force: () => {
      stopping.abort();
      state.current?.force();
    },
  };
}

async function keepRunning(
  part: Part,
  voice: Voice,
  state: State,
  stopping: AbortSignal,
  first: PromiseWithResolvers<void>,
): Promise<void> {
  while (!stopping.aborted) {
    await part.beforeStart?.();
    if (stopping.aborted) return;
    const child = spawnPart(part, (line) => voice.part(part.name, line));
    state.current = child;
    const watched = watch(part, child, state, voice, first);
    const reason = await child.ended;
    state.current = null;
    await watched;
    if (stopping.aborted) return;
    if (!state.wasReady) throw failedStart(part, `it ended with ${reason}; its words are above.`);
    state.failureCount = child.ageMs() > HEALTHY_AGAIN_MS ? 1 : state.failureCount + 1;
    const delayMs = nextDelay(state.failureCount);
    voice.say(`${part.name} ended (${reason}). Starting it again in ${delayMs / 1000} s.`);
    await sleep(delayMs, undefined, { signal: stopping }).catch(() => {});
  }
}

// Resolves when the child is ready or has ended; a first start that takes too long is ended.
async function watch(
  part: Part,
  child: Spawned,
  state: State,
  voice: Voice,
  first: PromiseWithResolvers<void>,
): Promise<void> {
  const life = new AbortController();
  void child.ended.then(() => life.abort());
  try {
    while (!life.signal.aborted) {
      if (await part.isReady(child)) {
        if (state.wasReady) voice.say(`${part.name} is back.`);
        state.wasReady = true;
        return first.resolve();
      }
      if (!state.wasReady && child.ageMs() > part.readyWithinMs) {
        throw failedStart(part, `it was not ready within ${part.readyWithinMs / 1000} s.`);
      }
      await sleep(POLL_MS, undefined, { signal: life.signal }).catch(() => {});
    }
  } catch (error) {
    first.reject(error);
  }
}

function failedStart(part: Part, cause: string): PlainError {
  return new PlainError(`The part "${part.name}" could not be started.`, {
    cause,
    fix: "mend what it names, then start again.",
  });
}
