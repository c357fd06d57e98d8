import { setTimeout as pause } from "node:timers/promises";
import { Interrupted } from "./failures";

const LEAST_MS = 500;
const MOST_MS = 5_000;

/** Asks again and again, soon at first and then less often, until `isDone`; Ctrl-C throws Interrupted. */
export async function follow<State>(
  read: () => Promise<State>,
  isDone: (state: State) => boolean,
  signal: AbortSignal,
): Promise<State> {
  for (let wait = LEAST_MS; ; wait = Math.min(wait * 1.3, MOST_MS)) {
    const state = await read();
    if (isDone(state)) return state;
    await pause(wait, undefined, { signal }).catch(() => {
      throw new Interrupted();
    });
  }
}
