import { Agent, type Dispatcher } from "undici";

const DEFAULT_CONNECTIONS = 64;

export interface DispatcherOptions {
  timeoutMs: number;
  /** Connections kept at most per host; 64 when absent. */
  connections?: number | undefined;
}

/** Keep-alive connections with the care that calls with a price need; may be shared by many clients. */
export function createDispatcher({ timeoutMs, connections }: DispatcherOptions): Dispatcher {
  return new Agent({
    connections: connections ?? DEFAULT_CONNECTIONS,
    // One request on one HTTP/1 connection at a time: nothing else can fail it or send it again.
    pipelining: 1,
    allowH2: false,
    // A connection the far side closes while a request is under way leaves an unknown outcome,
    // so idle ones are dropped early whatever the server promises.
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 15_000,
    connect: { timeout: timeoutMs },
  });
}
