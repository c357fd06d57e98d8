import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "@/bin/postgres/choose-port";
import { openGate } from "@/lib/gate/open-gate";
import type { OpenGate } from "@/lib/gate/open-gate";
import { parseEnv } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import { openPostgresServer } from "@/lib/testing/faults/postgres-server";
import type { PostgresServer } from "@/lib/testing/faults/postgres-server";
import { gateDesk, openGateDesk, readHeard } from "@/lib/testing/gate-desk";
import type { GateDesk } from "@/lib/testing/gate-desk";
import { killParts, startPart } from "@/lib/testing/start-part";
import { openTestRuntime } from "@/lib/testing/test-runtime";
import { migrate } from "@/prisma/migrate";

afterEach(killParts);

async function until(isIt: () => Promise<boolean>): Promise<void> {
  while (!(await isIt())) await sleep(50);
}

describe("without its database the gate", () => {
  let server: PostgresServer;
  let runtime: Runtime;
  let gate: OpenGate;
  let desk: GateDesk;
  beforeAll(async () => {
    server = await openPostgresServer();
    await migrate(server.url, () => undefined);
    const secret = randomBytes(32).toString("base64");
    runtime = openRuntime(
      parseEnv({ DATABASE_URL: server.url, MINTDESK_SECRET: secret, LOG_LEVEL: "fatal" }),
    );
    gate = await openGate(runtime.env, 0);
    desk = await gateDesk(runtime, gate);
  });
  afterAll(async () => {
    await gate.close();
    await runtime.close();
    await server.close();
  });

  it("gives what it kept, says when to ask again for the rest, and loses no scan", async () => {
    const id = await desk.addScene("kept");
    await desk.addScene("not-kept");
    expect((await desk.ask("kept")).status).toBe(200);
    expect((await fetch(`${desk.url}/health`)).status).toBe(200);
    await server.crash();
    let answeredCount = 1;
    const kept = await desk.ask("kept");
    expect(kept.status).toBe(200);
    answeredCount += 1;
    const away = await desk.ask("not-kept");
    expect([away.status, away.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await away.json()).toMatchObject({ error: "unavailable" });
    await until(async () => (await fetch(`${desk.url}/health`)).status === 503);
    // Kept for its five seconds and not for longer.
    await until(async () => {
      const { status } = await desk.ask("kept");
      if (status === 200) answeredCount += 1;
      return status === 503;
    });
    await server.start();
    await until(async () => (await desk.ask("not-kept")).status === 200);
    const heard = async () =>
      (await readHeard(runtime)).filter(({ sceneId }) => sceneId === id).length;
    await until(async () => (await heard()) >= answeredCount);
    expect(await heard()).toBe(answeredCount);
    await until(async () => (await fetch(`${desk.url}/health`)).status === 200);
  });
});

describe("a gate that hears of no changes", () => {
  it("keeps nothing meanwhile, and hears of them again by itself", async () => {
    const desk = await openGateDesk();
    const { db } = desk.runtime;
    const cut = () => db.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query IN ('LISTEN mintdesk_gate', 'SELECT 1') AND pid <> pg_backend_pid()`;
    const id = await desk.addScene("cut");
    expect(await (await desk.ask("cut")).json()).toMatchObject({ version: 1 });
    await cut();
    await desk.addVersion(id, 2, { page: "pages/cut", inMs: -1 });
    // The connection's end and the edit reach the gate at nearly the same time.
    await until(
      async () => ((await (await desk.ask("cut")).json()) as { version: number }).version === 2,
    );
    await sleep(800);
    await desk.ask("cut");
    await desk.addVersion(id, 3, { page: "pages/cut", inMs: -1 });
    await until(
      async () => ((await (await desk.ask("cut")).json()) as { version: number }).version === 3,
    );
    await desk.close();
  });
});

describe("a gate that is told to end", () => {
  it("finishes its answers and loses no scan", async () => {
    const { runtime, desk, child, end } = await openGateProcess();
    const id = await desk.addScene("ending");
    await desk.ask("ending");
    let answeredCount = 1;
    const phone = async () => {
      for (;;) {
        const answer = await desk.ask("ending").catch(() => null);
        if (answer === null) return;
        if (answer.status === 200) answeredCount += 1;
        await answer.text();
      }
    };
    const phones = Array.from({ length: 12 }, phone);
    await sleep(400);
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    await Promise.all(phones);
    const heard = (await readHeard(runtime)).filter(({ sceneId }) => sceneId === id);
    expect(answeredCount).toBeGreaterThan(12);
    expect(heard).toHaveLength(answeredCount);
    await end();
  });

  it("ends at once when it is told twice", async () => {
    const { child, end } = await openGateProcess();
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    child.kill("SIGINT");
    expect([0, 1]).toContain(await ended);
    await end();
  });
});

/** A process of its own on a database of its own. */
async function openGateProcess() {
  const runtime = await openTestRuntime({ GATE_ADDRESS_PER_MINUTE: "1000000" });
  const port = await findFreePort();
  const child = await startPart("gate", runtime.env, {
    GATE_PORT: String(port),
    GATE_ADDRESS_PER_MINUTE: "1000000",
    GATE_MINI_PROGRAM_PER_MINUTE: "1000000",
  });
  const desk = await gateDesk(runtime, { port });
  return { runtime, desk, child, end: () => runtime.close() };
}
