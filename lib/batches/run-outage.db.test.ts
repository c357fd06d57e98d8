import { once } from "node:events";
import { readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/batches/get-batch";
import { insertBatch } from "@/lib/batches/testing/insert-batch";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { killParts, startPart } from "@/lib/testing/start-part";
import { databaseUrl } from "@/lib/testing/template-database";

const ROWS = 12;
const SOON = { timeout: 30_000, interval: 100 };

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterEach(killParts);
afterAll(() => desk.close());

/** Nobody gets into the test's database any more, and whoever is in is thrown out. */
async function closeDatabase(): Promise<() => Promise<void>> {
  const url = desk.runtime.env.DATABASE_URL;
  const name = new URL(url).pathname.slice(1);
  const server = new pg.Client({ connectionString: databaseUrl(url, "postgres") });
  await server.connect();
  await server.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await server.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
    name,
  ]);
  return async () => {
    await server.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    await server.end();
  };
}

const spooled = async () => {
  const files = await readdir(path.join(desk.runtime.env.dataDir, "spool")).catch(() => []);
  return files.filter((file) => file.endsWith(".json"));
};
const read = (batchId: string) => getBatch(desk.operator, { batchId });

async function outageInTheMiddle() {
  const own = await ownMiniProgram(desk);
  own.addFault({ endpoint: "getwxacode", fault: { kind: "slow", ms: 1_000 } });
  const worker = await startPart("worker", desk.runtime.env);
  const batchId = await insertBatch(desk.operator, own.id, ROWS, "WXACODE");
  await expect.poll(() => own.requests("getwxacode").length, SOON).toBeGreaterThanOrEqual(3);
  const openDatabase = await closeDatabase();
  await expect.poll(spooled, SOON).not.toHaveLength(0);
  const asked = own.requests("getwxacode").length;
  return { own, worker, batchId, openDatabase, asked };
}

describe("while the database is away", () => {
  it("nothing is sent, what WeChat had answered is kept on disk, and then the batch goes on by itself", async () => {
    const { own, batchId, openDatabase, asked } = await outageInTheMiddle();
    expect(asked).toBeLessThanOrEqual(ROWS / 2);
    expect(own.requests("getwxacode")).toHaveLength(asked);
    await openDatabase();
    await expect.poll(async () => (await read(batchId)).status, SOON).toBe("done");
    expect((await read(batchId)).counts).toMatchObject({ minted: ROWS, unknown: 0, refused: 0 });
    expect(own.requests("getwxacode")).toHaveLength(ROWS);
    expect(await own.quota()).toMatchObject({ spent: ROWS, reserved: 0 });
    await expect.poll(spooled, SOON).toEqual([]);
  }, 90_000);

  it("and the worker dies too, the next one writes down what the disk has kept", async () => {
    const { own, worker, batchId, openDatabase } = await outageInTheMiddle();
    const kept = (await spooled()).length;
    worker.kill("SIGKILL");
    await once(worker, "exit");
    await openDatabase();
    await startPart("worker", desk.runtime.env);
    await expect.poll(async () => (await read(batchId)).status, SOON).toBe("done");
    const { counts } = await read(batchId);
    expect(counts.minted).toBeGreaterThanOrEqual(kept);
    expect(counts.minted + counts.unknown).toBe(ROWS);
    expect(await own.quota()).toMatchObject({ spent: counts.minted, reserved: counts.unknown });
    const journal = await desk.runtime.db.codeCall.groupBy({
      by: ["attemptToken"],
      where: { code: { batchId }, endpoint: "getwxacode" },
      _count: true,
    });
    expect(journal.every(({ _count }) => _count === 1)).toBe(true);
    expect(await spooled()).toEqual([]);
  }, 90_000);
});
