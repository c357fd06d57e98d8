/**
 * The most memory a process holds while it brings, checks and plans a file of rows as the web does, and while a
 * worker mints them, for 1,000, 10,000 and 100,000 rows: it must not grow with the rows.
 * npm run bench -- batch-memory [rows …]; 100,000 rows take twenty minutes at the pace WeChat allows.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { readPeakMb } from "@/bench/batch-memory/read-peak";
import { openDesk } from "@/bench/open-desk";
import type { BenchDesk } from "@/bench/open-desk";

const LOOK_EVERY_MS = 1_000;
/** Of the peak at a hundred times as many rows over that at the fewest. */
const GOAL = 1.5;
/** With room to spare V8 lets garbage lie, and the peak would tell of the machine: in this heap it must do, MB. */
const WEB_HEAP_MB = 96;

interface Peaks {
  rows: number;
  webMb: number;
  workerMb: number;
}

async function main(): Promise<void> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server's address.");
  const asked = process.argv.slice(2).map(Number);
  const folder = await mkdtemp(path.join(tmpdir(), "mintdesk-bench-"));
  const all: Peaks[] = [];
  try {
    for (const rows of asked.length > 0 ? asked : [1_000, 10_000, 100_000]) {
      const peaks = await measure(serverUrl, folder, rows);
      process.stdout.write(
        `${rows} rows: web ${peaks.webMb.toFixed(0)} MB, worker ${peaks.workerMb.toFixed(0)} MB\n`,
      );
      all.push(peaks);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const [fewest] = all;
  const most = all.at(-1);
  if (!fewest || !most) return;
  const ratios = [most.webMb / fewest.webMb, most.workerMb / fewest.workerMb];
  const isMet = ratios.every((ratio) => ratio <= GOAL);
  const [web = 0, worker = 0] = ratios;
  process.stdout.write(
    `peak at ${most.rows} : ${fewest.rows} rows  web ${web.toFixed(2)}, worker ${worker.toFixed(2)}  <= ${GOAL}  ${isMet ? "ok" : "MISSED"}\n`,
  );
  if (!isMet) process.exitCode = 1;
}

/** Everything of its own, so that no measurement leaves anything behind for the next. */
async function measure(serverUrl: string, folder: string, rows: number): Promise<Peaks> {
  const desk = await openDesk(serverUrl);
  try {
    const file = path.join(folder, "shops.csv");
    await pipeline(Readable.from(linesOf(rows)), createWriteStream(file));
    const { id } = await desk.addMiniProgram();
    const { batchId, peakMb: webMb } = await importRows(desk, id, file);
    const [worker] = await desk.startWorkers(1);
    if (worker?.pid === undefined) throw new Error("The worker did not start.");
    await isDone(desk, batchId);
    return { rows, webMb, workerMb: await readPeakMb(worker.pid) };
  } finally {
    await desk.close();
  }
}

function* linesOf(rows: number): Generator<string> {
  yield "门店名称,编号,城市,地址\n";
  for (let row = 1; row <= rows; row += 1) {
    yield `上海徐汇 ${row} 店,s${row},上海,"徐汇区某某路 ${row} 号, 3 楼"\n`;
  }
}

async function importRows(
  desk: BenchDesk,
  miniProgramId: string,
  file: string,
): Promise<{ batchId: string; peakMb: number }> {
  const child = fork(
    path.resolve("bench/batch-memory/import-rows.ts"),
    [desk.runtime.env.DATABASE_URL, miniProgramId, file],
    { execArgv: ["--import", "tsx", `--max-old-space-size=${WEB_HEAP_MB}`] },
  );
  const [told] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error("The import ended without a result.");
    }),
  ])) as [{ batchId: string; peakMb: number }];
  if (child.exitCode === null) await once(child, "exit");
  return told;
}

async function isDone({ runtime: { db } }: BenchDesk, id: string): Promise<void> {
  for (;;) {
    const { status } = await db.batch.findUniqueOrThrow({ where: { id } });
    if (status === "done") return;
    if (status !== "running") throw new Error(`The batch is ${status}.`);
    await sleep(LOOK_EVERY_MS);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
