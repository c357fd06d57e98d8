import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";

const counts = {
  queued: 5,
  held: 0,
  sent: 1,
  minted: 4,
  refused: 0,
  unknown: 0,
  repeats: 0,
  bad: 0,
};
const running = { id: "b1", name: "shops", status: "running", rowCount: 10, counts, pause: null };

it("Ctrl-C ends the watching, leaves the batch running and says how to come back", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(running));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const command = [
    "--import",
    "tsx",
    "bin/mintdesk/main.ts",
    "batches",
    "watch",
    "b1",
    "--url",
    url,
  ];
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env.PATH, NODE_ENV: "test", MINTDESK_API_KEY: "mk_x", LANG: "en" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const words = text(child.stderr);
  await once(server, "request");
  child.kill("SIGINT");
  await once(child, "exit");
  server.closeAllConnections();
  server.close();
  expect(child.exitCode).toBe(130);
  expect(await words).toContain("mintdesk batches watch b1");
  expect(new Set(asked)).toEqual(new Set(["GET /api/v1/batches/b1"]));
});
