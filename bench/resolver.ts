/**
 * The gate's resolver over 1,000,000 scenes and 64 connections, beside the same query on a bare node:http server and
 * in a Next route handler; with 90 % repeated scenes; over 10,000; and while a worker mints a batch and a ZIP streams.
 * npm run bench -- resolver [--scenes 1000000] [--seconds 5] [--rounds 7] [--only beside|size|minting]
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { createBenchDatabase } from "@/bench/bench-database";
import { cpuMsOf } from "@/bench/mint-throughput/cpu-of";
import { openDesk, tell } from "@/bench/open-desk";
import type { BenchDesk } from "@/bench/open-desk";
import { reportRatios, toTiming } from "@/bench/report-ratio";
import type { RatioRow } from "@/bench/report-ratio";
import { openBare, openGateServer, openNext } from "@/bench/resolver/open-servers";
import type { BenchServer } from "@/bench/resolver/open-servers";
import type { PressOrder, PressResult } from "@/bench/resolver/press";
import { seedScenes } from "@/bench/resolver/seed-scenes";
import { streamZips } from "@/bench/resolver/stream-zips";
import { repeat } from "@/lib/worker/repeat";

const APP_ID = "wx0123456789abcdef";
const CONNECTIONS = 64;
const FEW_SCENES = 10_000;
const REPEATED = 0.9;
const WARM_UP_MS = 2_000;
/** So often a gate is told to forget where its cache would hide what a look-up costs. */
const FORGET_EVERY_MS = 50;
const ROWS = 20_000;
const LATENCY = { "*": { kind: "uniform", minMs: 80, maxMs: 400 } };

const BARE_GOAL = 1 / 0.8;
const NEXT_GOAL = 1 / 5;
const REPEATED_GOAL = 1 / 2;
const SIZE_GOAL = 1.2;
const MINTING_GOAL = 2;

/** Several measurements of one server under one kind of questions. */
interface Series {
  results: PressResult[];
  cpuMs: number;
}

interface Contender {
  server: BenchServer;
  sceneCount: number;
  repeatedShare: number;
}

interface Course {
  rounds: number;
  forMs: number;
  /** Those that were opened, to be stopped whatever happens. */
  servers: BenchServer[];
  ask(contender: Contender, forMs: number): Promise<PressResult>;
}

async function main(): Promise<boolean> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server's address.");
  const type = "string" as const;
  const { values } = parseArgs({
    options: {
      scenes: { type, default: "1000000" },
      seconds: { type, default: "5" },
      rounds: { type, default: "7" },
      only: { type },
    },
  });
  const sceneCount = Number(values.scenes);
  const desk = await openDesk(serverUrl);
  const few = await createBenchDatabase(serverUrl);
  const presser = openPresser();
  const course: Course = {
    rounds: Number(values.rounds),
    forMs: 1_000 * Number(values.seconds),
    servers: [],
    ask: presser.ask,
  };
  try {
    await seedScenes(desk.runtime.env.DATABASE_URL, APP_ID, sceneCount);
    await seedScenes(few.url, APP_ID, Math.min(FEW_SCENES, sceneCount));
    process.stdout.write(
      `${sceneCount} scenes, ${CONNECTIONS} connections, ${course.rounds} rounds of ${values.seconds} s; ` +
        "ms per 1,000 answers\n",
    );
    const wants = (name: string) => values.only === undefined || values.only === name;
    const met = [
      !wants("beside") || (await benchBeside(desk, sceneCount, course)),
      !wants("size") || (await benchSize(desk, few.url, sceneCount, course)),
      !wants("minting") || (await benchWhileMinting(desk, sceneCount, course)),
    ];
    return met.every(Boolean);
  } finally {
    presser.end();
    await stopAll(course);
    await few.drop();
    await desk.close();
  }
}

async function open(course: Course, opening: Promise<BenchServer>): Promise<BenchServer> {
  const server = await opening;
  course.servers.push(server);
  return server;
}

async function stopAll({ servers }: Course): Promise<void> {
  for (const server of servers.splice(0)) await server.stop();
}

/** The process that asks, one order at a time; every order goes on with the scenes where the last one ended. */
function openPresser() {
  const child = fork(path.resolve("bench/resolver/run-press.ts"), [], {
    execArgv: ["--import", "tsx"],
  });
  let from = 0;
  return {
    async ask({ server, ...drawn }: Contender, forMs: number): Promise<PressResult> {
      const order: PressOrder = {
        ...drawn,
        port: server.port,
        appId: APP_ID,
        connections: CONNECTIONS,
        forMs,
        from,
      };
      child.send(order);
      const [result] = (await once(child, "message")) as [PressResult];
      from += Math.ceil((result.answersPerSecond * forMs) / 1_000);
      return result;
    },
    end: () => child.disconnect(),
  };
}

/** In turns, each round beginning with another one, after a warm-up nobody measures. */
async function run(
  contenders: Record<string, Contender>,
  { rounds, forMs, ask }: Course,
): Promise<Record<string, Series>> {
  const names = Object.keys(contenders);
  const series = Object.fromEntries(
    names.map((name): [string, Series] => [name, { results: [], cpuMs: 0 }]),
  );
  for (const contender of Object.values(contenders)) await ask(contender, WARM_UP_MS);
  for (let round = 0; round < rounds; round += 1) {
    for (const place of names.keys()) {
      const name = names[(place + round) % names.length] ?? "";
      const contender = contenders[name];
      const own = series[name];
      if (!contender || !own) continue;
      const cpuBefore = cpuMsOf(contender.server.pid);
      own.results.push(await ask(contender, forMs));
      own.cpuMs += cpuMsOf(contender.server.pid) - cpuBefore;
    }
  }
  return series;
}

async function benchBeside(desk: BenchDesk, sceneCount: number, course: Course): Promise<boolean> {
  const { DATABASE_URL, MINTDESK_SECRET } = desk.runtime.env;
  const bare = await open(course, openBare(DATABASE_URL));
  const next = await open(course, openNext(DATABASE_URL));
  const gate = await open(course, openGateServer("gate", DATABASE_URL, MINTDESK_SECRET));
  const distinct = { sceneCount, repeatedShare: 0 };
  const series = await run(
    {
      bare: { server: bare, ...distinct },
      next: { server: next, ...distinct },
      gate: { server: gate, ...distinct },
      repeated: { server: gate, sceneCount, repeatedShare: REPEATED },
    },
    course,
  );
  await stopAll(course);
  return reportRatios("The same query", [
    row("gate : bare node:http", series.gate, series.bare, BARE_GOAL, course),
    row("gate : Next route handler", series.gate, series.next, NEXT_GOAL, course),
    row("gate, 90 % repeated : bare, none", series.repeated, series.bare, REPEATED_GOAL, course),
  ]);
}

async function benchSize(
  desk: BenchDesk,
  fewUrl: string,
  sceneCount: number,
  course: Course,
): Promise<boolean> {
  const { DATABASE_URL, MINTDESK_SECRET } = desk.runtime.env;
  const many = await open(course, openGateServer("gate, many", DATABASE_URL, MINTDESK_SECRET));
  const few = await open(course, openGateServer("gate, few", fewUrl, MINTDESK_SECRET));
  const stops = await Promise.all([DATABASE_URL, fewUrl].map(keepForgetting));
  const fewCount = Math.min(FEW_SCENES, sceneCount);
  const series = await run(
    {
      many: { server: many, sceneCount, repeatedShare: 0 },
      few: { server: few, sceneCount: fewCount, repeatedShare: 0 },
    },
    course,
  );
  for (const stop of stops) await stop();
  await stopAll(course);
  return reportRatios("What size costs, with a cache that is emptied all the time", [
    row(`${sceneCount} scenes : ${fewCount}`, series.many, series.few, SIZE_GOAL, course),
  ]);
}

/** What the desk does at every edit. */
async function keepForgetting(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const loop = repeat("forget", FORGET_EVERY_MS, async () => {
    await client.query("NOTIFY mintdesk_gate");
  });
  return async () => {
    await loop.stop();
    await client.end();
  };
}

async function benchWhileMinting(
  desk: BenchDesk,
  sceneCount: number,
  course: Course,
): Promise<boolean> {
  const { DATABASE_URL, MINTDESK_SECRET } = desk.runtime.env;
  const gate = await open(course, openGateServer("gate", DATABASE_URL, MINTDESK_SECRET));
  const alone = { gate: { server: gate, sceneCount, repeatedShare: 0 } };
  const latency = { latency: LATENCY, drawing: "once" };
  await tell(`${desk.sandboxUrl}/__sandbox/settings`, "PATCH", latency);
  const own = await desk.addMiniProgram();
  // What was heard so far is nobody's: the worker counts scans both times, and mints the second time.
  await desk.runtime.db.$executeRaw`TRUNCATE heard_scans`;
  await desk.startWorkers(1);
  const idle = await run(alone, course);
  await desk.addBatch(own.id, ROWS);
  const minted = () =>
    desk.runtime.db.code.count({ where: { miniProgramId: own.id, status: "minted" } });
  while ((await minted()) === 0) await sleep(100);
  const mintedBefore = await minted();
  const zips = await streamZips();
  const busy = await run(alone, course);
  await zips.stop();
  const mintedCount = (await minted()) - mintedBefore;
  await desk.endBatches();
  await desk.stopWorkers();
  await stopAll(course);
  const compared = row("minting : idle", busy.gate, idle.gate, MINTING_GOAL, course);
  return reportRatios("While a worker mints a batch and a ZIP streams at 100 Mbit/s", [
    {
      ...compared,
      note: `${compared.note}; ${mintedCount} codes minted`,
      missed: compared.missed || mintedCount === 0,
    },
  ]);
}

function row(
  name: string,
  measured: Series | undefined,
  reference: Series | undefined,
  goal: number,
  { forMs }: Course,
): RatioRow {
  if (!measured || !reference) throw new Error(`${name} was not measured.`);
  const errorCount = [measured, reference]
    .flatMap(({ results }) => results)
    .reduce((sum, result) => sum + result.errorCount, 0);
  const told = [measured, reference].map(
    (series) =>
      `${median(series, "answersPerSecond").toFixed(0)}/s, p99 ${median(series, "p99Ms").toFixed(1)} ms, ` +
      `${cpuPerAnswer(series, forMs).toFixed(0)} µs CPU`,
  );
  return {
    name,
    measured: msPerThousand(measured),
    reference: msPerThousand(reference),
    goal,
    note: `${told.join(" : ")}; ${errorCount} errors`,
    missed: errorCount > 0,
  };
}

const msPerThousand = ({ results }: Series) =>
  toTiming(results.map(({ answersPerSecond }) => 1_000_000 / answersPerSecond));

const median = ({ results }: Series, figure: "answersPerSecond" | "p99Ms") =>
  toTiming(results.map((result) => result[figure])).median;

/** Of the serving process alone. */
function cpuPerAnswer({ results, cpuMs }: Series, forMs: number): number {
  const answers = results.reduce((sum, { answersPerSecond }) => sum + answersPerSecond, 0);
  return (1_000 * cpuMs) / ((answers * forMs) / 1_000);
}

process.exitCode = (await main()) ? 0 : 1;
