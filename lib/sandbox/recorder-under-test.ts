import { createServer, request, type IncomingMessage, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterEach } from "vitest";

export type Recorded = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: string;
};

export type Recorder = { url: string; recorded: Recorded[] };

const running: Server[] = [];

afterEach(() => {
  for (const server of running.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Stands before the sandbox, writes down what a client sends, and passes everything on untouched. */
export async function startRecorder(target: string): Promise<Recorder> {
  const recorded: Recorded[] = [];
  const server = createServer((incoming, outgoing) => {
    void buffer(incoming).then((bytes) => {
      recorded.push(recordOf(incoming, bytes));
      const onward = request(
        target + (incoming.url ?? "/"),
        { method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
          answer.pipe(outgoing);
        },
      );
      onward.on("error", () => outgoing.destroy());
      return onward.end(bytes);
    });
  });
  running.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, recorded };
}

function recordOf({ method = "", url = "/", headers }: IncomingMessage, bytes: Buffer): Recorded {
  const { pathname, searchParams } = new URL(url, "http://recorder.invalid");
  const query = Object.fromEntries(searchParams);
  return { method, path: pathname, query, headers, body: bytes.toString() };
}
