/** How the supervisor learns that it shall end. */
export type StopRequest = {
  /** Aborted by the first request. */
  signal: AbortSignal;
  /** Run on a second request, when waiting politely is over. */
  onForce: (force: () => void) => void;
};

/** Ctrl-C reaches us from the terminal and again through npm: two signals, one request. */
const SAME_REQUEST_MS = 1000;

/** Listens for SIGINT, SIGTERM, SIGHUP and for the end of the process that started us. */
export function listenForStop(say: (line: string) => void): StopRequest {
  const stop = new AbortController();
  let requestedAt = 0;
  let force: (() => void) | null = null;
  const request = () => {
    if (!stop.signal.aborted) {
      requestedAt = Date.now();
      say("\nStopping. Press Ctrl-C again to stop at once.");
      stop.abort();
    } else if (Date.now() - requestedAt > SAME_REQUEST_MS) {
      say("Stopping at once.");
      force?.();
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, request);
  process.once("disconnect", request);
  return {
    signal: stop.signal,
    onForce: (action) => {
      force = action;
    },
  };
}
