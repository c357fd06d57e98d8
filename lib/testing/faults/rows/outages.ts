import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { expect } from "vitest";
import { cancelBatch } from "@/lib/batches/cancel-batch";
import type { Arena } from "@/lib/testing/faults/arena";
import type { FaultRow, PreparedArena, RowRun } from "@/lib/testing/faults/fault-row";
import { prepareBatch, submit } from "@/lib/testing/faults/fault-batch";
import { openTlsServer, TEST_AUTHORITY } from "@/lib/testing/faults/tls-server";

const SOON_MS = 1_000;

/** Every connection of the workers waits for a lock. */
async function starve({ runtime }: Arena, forMs: number): Promise<void> {
  const client = new pg.Client({ connectionString: runtime.env.DATABASE_URL });
  await client.connect();
  await client.query("BEGIN; LOCK TABLE codes IN ACCESS EXCLUSIVE MODE");
  await sleep(forMs);
  await client.query("ROLLBACK");
  await client.end();
}

/** What becomes of a batch at an address that cannot be reached: nothing is sent, nothing is spent. */
async function expectUnreachable(
  run: RowRun,
  apiHost: string,
  why: RegExp,
  message = /./,
): Promise<void> {
  const { arena } = run;
  const batch = await prepareBatch(arena, { flavour: "A", count: run.count });
  const place = { isSandbox: false, apiHost };
  await arena.runtime.db.miniProgram.update({ where: { id: batch.miniProgramId }, data: place });
  batch.batchId = await submit(arena.operator, batch.input);
  run.keep(batch);
  const { pause, counts } = await batch.stands("paused");
  expect(pause?.failure?.why).toMatch(why);
  expect(pause?.failure?.message).toMatch(message);
  expect(counts.minted + counts.unknown).toBe(0);
  expect(batch.calls()).toEqual([]);
  await cancelBatch(arena.operator, { batchId: batch.batchId });
}

/** A certificate that ended, or is another host's, and whose authority is trusted. */
async function expectBadCertificate(
  run: RowRun,
  certificate: "expired" | "wrong-host",
  message: RegExp,
): Promise<void> {
  const server = await openTlsServer(certificate);
  try {
    await expectUnreachable(run, server.host, /^not_sent:tls$/, message);
    expect(server.requests()).toBe(0);
  } finally {
    await server.close();
  }
}

/** What the folder of the small disk is called. */
const SMALL = "mintdesk-small-";

/** For every third seed a data folder of 24 MB, where one can be mounted. */
async function smallDisk(seed: number): Promise<PreparedArena> {
  const timeoutMs = 6_000;
  const run = promisify(execFile);
  const nothing = { options: { timeoutMs }, free: async () => undefined };
  if (seed % 3 !== 0) return nothing;
  const dataDir = await mkdtemp(path.join(tmpdir(), SMALL));
  const free = async (isMounted: boolean) => {
    if (isMounted) await run("umount", ["--lazy", dataDir]);
    await rm(dataDir, { recursive: true });
  };
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", dataDir]);
    return { options: { timeoutMs, dataDir }, free: () => free(true) };
  } catch {
    // Only root may mount; the injected fault stands for it.
    await free(false);
    return nothing;
  }
}

interface Disk {
  fill(): Promise<void>;
  clear(): Promise<void>;
}

/** Waits with a reason while nothing can be stored, having spent nothing more, and goes on by itself. */
async function expectWaitsForDisk(run: RowRun, disk: Disk): Promise<void> {
  // B runs off while a busy machine gets round to filling the disk.
  const batch = await run.plan({ count: run.count * (run.flavour === "B" ? 3 : 2) });
  await batch.called(run.random.whole(2, run.count / 2));
  await disk.fill();
  const { pause } = await batch.stands("paused");
  expect(pause?.why).toBe("storage");
  expect(pause?.reason).toMatch(/^storage(Full|Broken|ReadOnly)$/);
  const asked = batch.calls().length;
  await sleep(2 * SOON_MS);
  expect(batch.calls().length - asked).toBeLessThanOrEqual(batch.isLimited ? 4 : 40);
  await disk.clear();
  await batch.resumed();
  const { counts } = await batch.stands("done");
  expect(counts.refused).toBe(0);
}

/** A file that leaves no room; smaller and smaller until it fits. */
function ballastIn(folder: string): Disk {
  const file = path.join(folder, "ballast");
  const write = (size: number) =>
    writeFile(file, Buffer.alloc(size * 2 ** 20)).then(
      () => true,
      () => false,
    );
  return {
    async fill() {
      let size = 23;
      while (size > 0 && !(await write(size))) size -= 1;
    },
    clear: () => rm(file, { force: true }),
  };
}

export const OUTAGE_ROWS: FaultRow[] = [
  {
    number: 3,
    title: "PostgreSQL dies in the middle and comes back, or answers nobody for a while",
    place: "own",
    arena: { timeoutMs: 6_000, ownPostgres: true },
    async run(run) {
      const { arena, random } = run;
      arena.sandbox.state.configure({
        latency: { "*": { kind: "uniform", minMs: 100, maxMs: 900 } },
      });
      await Promise.all([arena.startWorker(), arena.startWorker()]);
      const batch = await run.plan({ count: run.flavour === "B" ? 200 : run.count });
      await batch.called(random.whole(3, run.count / 2));
      if (run.seed % 3 === 0) {
        await starve(arena, random.whole(2, 5) * SOON_MS);
      } else {
        await arena.postgres?.crash();
        const diedAt = Date.now();
        await sleep(random.whole(1, 4) * SOON_MS);
        const during = batch.calls().filter(({ at }) => Date.parse(at) > diedAt + SOON_MS);
        expect(during.length, "calls without a database").toBe(0);
        await arena.postgres?.start();
      }
      await batch.resumed();
      const { counts } = await batch.stands("done");
      expect(counts.refused).toBe(0);
      // What came while it was down was kept.
      expect(counts.unknown).toBe(0);
    },
  },
  {
    number: 17,
    title: "WeChat cannot be reached: connection refused, no such host, no TLS, a bad certificate",
    place: "own",
    arena: { timeoutMs: 6_000, env: { NODE_EXTRA_CA_CERTS: TEST_AUTHORITY } },
    async run(run) {
      const { arena, random } = run;
      await Promise.all([arena.startWorker(), arena.startWorker()]);
      await expectUnreachable(run, "nowhere.invalid", /^not_sent:(dns|connect|timeout)$/);
      await expectUnreachable(run, `127.0.0.1:${arena.wire.port}`, /^not_sent:(tls|connect)$/);
      await expectBadCertificate(run, "expired", /CERT_HAS_EXPIRED/);
      await expectBadCertificate(run, "wrong-host", /ERR_TLS_CERT_ALTNAME_INVALID/);
      arena.sandbox.state.configure({ latency: { "*": { kind: "fixed", ms: 150 } } });
      const batch = await run.plan({ count: run.flavour === "B" ? 150 : run.count });
      await batch.called(random.whole(3, run.count / 2));
      await arena.wire.cut();
      await sleep(random.whole(2, 5) * SOON_MS);
      await arena.wire.mend();
      await batch.resumed();
      expect((await batch.stands("done")).counts.refused).toBe(0);
    },
  },
  {
    number: 18,
    title: "the disk is full, broken or read-only",
    place: "own",
    arena: smallDisk,
    async run(run) {
      const { arena, seed } = run;
      const whileFile = path.join(arena.dataDir, "disk-fails");
      const isSmall = path.basename(arena.dataDir).startsWith(SMALL);
      const code = (["ENOSPC", "EIO", "EROFS"] as const)[seed % 3] ?? "ENOSPC";
      const order = isSmall ? undefined : { disk: { code, whileFile } };
      await Promise.all([arena.startWorker(order), arena.startWorker(order)]);
      const switched = { fill: () => writeFile(whileFile, ""), clear: () => rm(whileFile) };
      await expectWaitsForDisk(run, isSmall ? ballastIn(arena.dataDir) : switched);
    },
  },
  {
    number: 19,
    title: "the clock of one of two workers jumps",
    place: "own",
    arena: { timeoutMs: 6_000 },
    async run(run) {
      const { arena, random } = run;
      const clockFile = path.join(arena.dataDir, "clock");
      await writeFile(clockFile, "0");
      await Promise.all([arena.startWorker({ clockFile }), arena.startWorker()]);
      // Two, so that both workers have one.
      const batches = [
        await run.plan({ count: run.count * 2 }),
        await run.plan({ count: run.count * 2 }),
      ];
      await Promise.all(batches.map((batch) => batch.called(random.whole(1, 10))));
      const day = 24 * 60 * 60 * 1_000;
      await writeFile(
        clockFile,
        String(random.pick([30 * day, -day, 5 * 60 * 1_000, -5 * 60 * 1_000])),
      );
      for (const batch of batches) {
        const { counts } = await batch.stands("done");
        expect(counts).toMatchObject({ minted: batch.count, unknown: 0, refused: 0 });
        expect(batch.calls()).toHaveLength(batch.count);
      }
      const [chain] = await arena.runtime.db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT at < lag(at) OVER (ORDER BY seq) AS is_back FROM audit_entries) AS entries WHERE is_back`;
      expect(chain?.count, "log entries older than the one before").toBe(0);
    },
  },
];
