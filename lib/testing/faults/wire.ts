import { createServer, connect } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What the line does to calls whose request holds a text. */
export interface Toxic {
  /** Part of the request, such as a batch's prefix. */
  match: string;
  /** So many calls, then the line is clean again. */
  times: number;
  does:
    | { kind: "drip"; bytes: number; everyMs: number }
    /** The request never gets through; the caller cannot know. */
    | { kind: "swallow" }
    /** After so many bytes of the answer. */
    | { kind: "reset"; afterBytes: number }
    /** The answer is whole, and then the connection is closed under the caller's next request. */
    | { kind: "closeAfter" }
    | { kind: "relabel"; contentType: string };
}

/** A line between workers and the sandbox that can be cut, and that remembers tokens it has seen. */
export interface Wire {
  port: number;
  tokens: ReadonlySet<string>;
  add(toxic: Toxic): void;
  /** Nobody listens any more, and what is open breaks. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

interface Line {
  toxics: Toxic[];
  tokens: Set<string>;
  sockets: Set<Socket>;
  targetPort: number;
}

export async function openWire(targetPort: number): Promise<Wire> {
  const line: Line = { toxics: [], tokens: new Set(), sockets: new Set(), targetPort };
  let server = await listen(line, 0);
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of line.sockets) socket.resetAndDestroy();
    await closed;
  };
  return {
    port,
    tokens: line.tokens,
    add: (toxic) => void line.toxics.push(toxic),
    cut: stop,
    mend: async () => {
      server = await listen(line, port);
    },
    close: stop,
  };
}

async function listen(line: Line, port: number): Promise<Server> {
  const server = createServer((caller) => void join(line, caller));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

function join(line: Line, caller: Socket): void {
  const target = connect(line.targetPort, "127.0.0.1");
  let toxic: Toxic["does"] | null = null;
  let passed = 0;
  let sending = Promise.resolve();
  for (const socket of [caller, target]) {
    line.sockets.add(socket);
    socket.setNoDelay(true);
    // A broken line is what this is for.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      line.sockets.delete(socket);
      for (const end of [caller, target]) end.destroy();
    });
  }
  caller.on("data", (chunk) => {
    const text = chunk.toString("latin1");
    for (const [, token = ""] of text.matchAll(/access_token=([^&\s]+)/g)) line.tokens.add(token);
    if (/^(GET|POST) /.test(text)) toxic = null;
    toxic = take(line, chunk.toString("utf8")) ?? toxic;
    passed = 0;
    if (toxic?.kind === "swallow") caller.resetAndDestroy();
    else target.write(chunk);
  });
  target.on("data", (chunk) => {
    const does = toxic;
    sending = sending.then(() => answer(caller, chunk, passed, does));
    passed += chunk.length;
  });
}

function take(line: Line, text: string): Toxic["does"] | null {
  const found = line.toxics.find(({ match, times }) => times > 0 && text.includes(match));
  if (!found) return null;
  found.times -= 1;
  return found.does;
}

async function answer(
  caller: Socket,
  chunk: Buffer,
  passed: number,
  does: Toxic["does"] | null,
): Promise<void> {
  switch (does?.kind) {
    case "drip":
      for (let at = 0; at < chunk.length && !caller.destroyed; at += does.bytes) {
        caller.write(chunk.subarray(at, at + does.bytes));
        await sleep(does.everyMs);
      }
      return;
    case "reset":
      if (passed + chunk.length < does.afterBytes) return void caller.write(chunk);
      await new Promise<void>((resolve) => {
        caller.write(chunk.subarray(0, Math.max(0, does.afterBytes - passed)), () => resolve());
      });
      return void caller.resetAndDestroy();
    case "relabel": {
      const text = chunk.toString("latin1");
      const relabelled = text.replace(/(content-type: )[^\r]+/i, `$1${does.contentType}`);
      return void caller.write(passed === 0 ? Buffer.from(relabelled, "latin1") : chunk);
    }
    case "closeAfter":
      caller.write(chunk);
      setTimeout(() => caller.end(), 2);
      return;
    default:
      caller.write(chunk);
  }
}
