/**
 * How many codes a minute a desk mints against a sandbox with WeChat's limit of 5,000: one worker and two, fixed and
 * sliding minutes, beside a loop of co-wechat-api with p-limit; and how soon it is back after a minute
 * in which every call is refused. npm run bench -- mint-throughput [--minutes 4] [--only one-fixed]
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { cpuMsOf } from "@/bench/mint-throughput/cpu-of";
import { openDesk, tell } from "@/bench/open-desk";
import type { BenchDesk, BenchMiniProgram } from "@/bench/open-desk";
import { watchCalls } from "@/bench/mint-throughput/watch-calls";
import type { CallWatch } from "@/bench/mint-throughput/watch-calls";

const MINUTE_MS = 60_000;
const CEILING = 4_950;
const WARM_UP_MS = 15_000;
const OVER_LIMIT = 45_009;
const ROWS_A_MINUTE = 5_000;
const LATENCY = { "*": { kind: "uniform", minMs: 80, maxMs: 400 } };

interface Result {
  name: string;
  /** Pictures given in each whole minute. */
  minutes: number[];
  refusedCount: number;
  cpuMsPerCode: number | null;
  /** Of the ceiling, over all minutes; null where nothing is promised. */
  goal: number | null;
}

const RUNS = [
  { name: "one-fixed", workers: 1, windows: "fixed", goal: 0.985 },
  { name: "one-sliding", workers: 1, windows: "sliding", goal: 0.985 },
  { name: "two-sliding", workers: 2, windows: "sliding", goal: 0.98 },
] as const;

async function main(): Promise<boolean> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server's address.");
  const { values } = parseArgs({
    options: { minutes: { type: "string", default: "4" }, only: { type: "string" } },
  });
  const minutes = Number(values.minutes);
  const wants = (name: string) => values.only === undefined || values.only === name;
  const desk = await openDesk(serverUrl);
  const results: Result[] = [];
  try {
    await tell(`${desk.sandboxUrl}/__sandbox/settings`, "PATCH", {
      latency: LATENCY,
      drawing: "once",
    });
    for (const run of RUNS) {
      if (wants(run.name)) results.push(await measureDesk(desk, run, minutes));
    }
    if (wants("storm")) results.push(await measureStorm(desk));
    if (wants("rival")) results.push(await measureRival(desk, minutes));
  } finally {
    await desk.close();
  }
  return report(results);
}

async function measureDesk(
  desk: BenchDesk,
  { name, workers, windows, goal }: (typeof RUNS)[number],
  minutes: number,
): Promise<Result> {
  await tell(`${desk.sandboxUrl}/__sandbox/settings`, "PATCH", { rateWindows: windows });
  const own = await desk.addMiniProgram();
  await desk.addBatch(own.id, (minutes + 1) * ROWS_A_MINUTE);
  const pids = (await desk.startWorkers(workers)).map(({ pid }) => pid);
  const watch = watchCalls(desk.sandboxUrl, own.appid);
  await sleep(WARM_UP_MS);
  const from = Date.now();
  const cpuOfAll = () => pids.map(cpuMsOf).reduce((sum, cpuMs) => sum + cpuMs, 0);
  const cpuBefore = cpuOfAll();
  await sleep(minutes * MINUTE_MS);
  const cpuMs = cpuOfAll() - cpuBefore;
  await endOf(desk, watch);
  const counted = count(watch, from, minutes);
  const codeCount = counted.minutes.reduce((sum, codes) => sum + codes, 0);
  return { name, ...counted, cpuMsPerCode: cpuMs / codeCount, goal };
}

/** A minute in which every call is refused; what the second minute after it brings. */
async function measureStorm(desk: BenchDesk): Promise<Result> {
  await tell(`${desk.sandboxUrl}/__sandbox/settings`, "PATCH", { rateWindows: "fixed" });
  const own = await desk.addMiniProgram();
  await desk.addBatch(own.id, 4 * ROWS_A_MINUTE);
  await desk.startWorkers(1);
  const watch = watchCalls(desk.sandboxUrl, own.appid);
  await sleep(WARM_UP_MS);
  await tell(`${desk.sandboxUrl}/__sandbox/faults`, "POST", {
    endpoint: "getwxacodeunlimit",
    fault: { kind: "errcode", errcode: OVER_LIMIT },
    appid: own.appid,
  });
  await sleep(MINUTE_MS);
  await tell(`${desk.sandboxUrl}/__sandbox/faults`, "DELETE");
  const endedAt = Date.now();
  await sleep(3 * MINUTE_MS);
  await endOf(desk, watch);
  const { minutes } = count(watch, endedAt + 2 * MINUTE_MS, 1);
  const name = "storm, third minute after";
  return { name, minutes, refusedCount: 0, cpuMsPerCode: null, goal: 0.95 };
}

async function measureRival(desk: BenchDesk, minutes: number): Promise<Result> {
  await tell(`${desk.sandboxUrl}/__sandbox/settings`, "PATCH", { rateWindows: "fixed" });
  const { appid, secret }: BenchMiniProgram = await desk.addMiniProgram();
  const rival = fork(
    path.resolve("bench/mint-throughput/run-rival.ts"),
    [desk.sandboxUrl, appid, secret],
    { execArgv: ["--import", "tsx"] },
  );
  await once(rival, "message");
  const watch = watchCalls(desk.sandboxUrl, appid);
  await sleep(WARM_UP_MS);
  const from = Date.now();
  const cpuBefore = cpuMsOf(rival.pid);
  await sleep(minutes * MINUTE_MS);
  const cpuMs = cpuMsOf(rival.pid) - cpuBefore;
  rival.kill("SIGTERM");
  await once(rival, "exit");
  await watch.stop();
  const counted = count(watch, from, minutes);
  const codeCount = counted.minutes.reduce((sum, codes) => sum + codes, 0);
  return {
    name: "co-wechat-api, p-limit",
    ...counted,
    cpuMsPerCode: cpuMs / codeCount,
    goal: null,
  };
}

async function endOf(desk: BenchDesk, watch: CallWatch): Promise<void> {
  await watch.stop();
  await desk.endBatches();
  await desk.stopWorkers();
}

function count(watch: CallWatch, from: number, minutes: number) {
  const windows = Array.from({ length: minutes }, (_, at) =>
    watch.between(from + at * MINUTE_MS, from + (at + 1) * MINUTE_MS),
  );
  const refused = windows.flat().filter(({ errcode }) => errcode === OVER_LIMIT);
  return {
    minutes: windows.map((calls) => calls.filter(({ errcode }) => errcode === 0).length),
    refusedCount: refused.length,
  };
}

/** Prints a line per run; true when every goal is met. */
function report(results: readonly Result[]): boolean {
  const lines = results.map(({ name, minutes, refusedCount, cpuMsPerCode, goal }) => {
    const mean = minutes.reduce((sum, codes) => sum + codes, 0) / minutes.length;
    const share = mean / CEILING;
    const isMet = goal === null || (share >= goal && refusedCount === 0);
    const cpu = cpuMsPerCode === null ? "" : `${cpuMsPerCode.toFixed(1)} ms CPU a code`;
    const wanted = goal === null ? "" : `>= ${(100 * goal).toFixed(1)} %, no 45009`;
    const verdict = goal === null ? "" : isMet ? "ok" : "MISSED";
    const figures = `${mean.toFixed(0)} a minute (${minutes.join(", ")})`;
    const parts = [
      `${(100 * share).toFixed(2)} %`,
      `${refusedCount} x 45009`,
      cpu,
      wanted,
      verdict,
    ];
    process.stdout.write(`${name.padEnd(26)}${figures}  ${parts.filter(Boolean).join("  ")}\n`);
    return isMet;
  });
  return lines.every(Boolean);
}

process.exitCode = (await main()) ? 0 : 1;
