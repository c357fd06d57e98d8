import { once } from "node:events";
import { createServer, get } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { letGoWhenStalled } from "@/lib/gate/pages/let-go-when-stalled";

const STALLED_MS = 1_500;
const SLAB = Buffer.alloc(1024 * 1024);

function* endless() {
  for (;;) yield SLAB;
}

/** Asks for a download without end; gives the server's and the client's side of it. */
async function download(): Promise<{ sent: Promise<void>; received: IncomingMessage }> {
  const server = createServer();
  server.listen(0);
  await once(server, "listening");
  const asking = once(get({ port: (server.address() as AddressInfo).port }), "response");
  const [, outgoing] = (await once(server, "request")) as [IncomingMessage, ServerResponse];
  letGoWhenStalled(outgoing, STALLED_MS);
  const sent = pipeline(Readable.from(endless()), outgoing);
  sent.catch(() => undefined);
  server.close();
  return { sent, received: ((await asking) as [IncomingMessage])[0] };
}

test("a client that takes nothing is let go", async () => {
  const { sent, received } = await download();
  received.pause().on("error", () => undefined);
  await expect(sent).rejects.toThrow();
});

test("a client that takes its time is not", async () => {
  const { sent, received } = await download();
  const cut = sent.then(
    () => "cut",
    () => "cut",
  );
  const taken = (async () => {
    for (let pause = 0; pause < 40; pause += 1) {
      await sleep(100);
      for (let slab = 0; slab < 16; slab += 1) received.read();
    }
    return "taken";
  })();
  expect(await Promise.race([taken, cut])).toBe("taken");
  received.destroy();
  await cut;
});
