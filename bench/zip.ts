/**
 * What a ZIP of stored pictures costs over loopback HTTP, against Info-ZIP piped by Node, archiver, client-zip and
 * `cat` of the same files: npm run bench -- zip [--files 10000] [--rounds 5] [--entries 100000] [--seconds 15].
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { reportRatios, toTiming } from "@/bench/report-ratio";
import { CONTENDERS } from "@/bench/zip/contenders";
import { download } from "@/bench/zip/download";
import { openServer } from "@/bench/zip/open-server";
import type { ZipServer } from "@/bench/zip/open-server";
import { seedPictures } from "@/bench/zip/seed-pictures";

const GOALS: Readonly<Record<string, number>> = {
  "Info-ZIP": 0.8,
  archiver: 0.25,
  "client-zip": 1,
  cat: 3,
};
const ABOVE_IDLE_MB = 100;
const CLIENT_MB = 15;
const CLIENTS = 8;
const SLOW_BYTES_PER_SECOND = 2_000_000;
const CAT = "cat";

interface Course {
  root: string;
  listFile: string;
  fileCount: number;
  byteCount: number;
}

interface Series {
  wallMs: number[];
  firstByteMs: number[];
  cpuMs: number[];
  aboveIdleMb: number;
}

async function main(): Promise<boolean> {
  const type = "string" as const;
  const { values } = parseArgs({
    options: {
      files: { type, default: "10000" },
      rounds: { type, default: "5" },
      entries: { type, default: "100000" },
      seconds: { type, default: "15" },
    },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "mintdesk-bench-"));
  try {
    const root = path.join(folder, "store");
    const listFile = path.join(folder, "pictures.json");
    const pictures = await seedPictures(root, Number(values.files));
    await writeFile(listFile, JSON.stringify(pictures));
    const byteCount = pictures.reduce((sum, { byteSize }) => sum + byteSize, 0);
    const course: Course = { root, listFile, fileCount: pictures.length, byteCount };
    process.stdout.write(`${course.fileCount} pictures, ${values.rounds} rounds\n`);
    const met = [
      await benchWall(course, Number(values.rounds)),
      await benchMemory(course, course.fileCount),
      await benchMemory(course, Number(values.entries)),
      await benchSlowClients(course, 1_000 * Number(values.seconds)),
    ];
    return met.every(Boolean);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In turns, each round beginning with another one, after a turn nobody measures. */
async function benchWall(course: Course, rounds: number): Promise<boolean> {
  const servers = new Map<string, ZipServer>();
  const all = new Map<string, Series>();
  const names = [...Object.keys(CONTENDERS), CAT];
  for (const name of names) {
    all.set(name, { wallMs: [], firstByteMs: [], cpuMs: [], aboveIdleMb: 0 });
    if (name === CAT) continue;
    servers.set(name, await openServer(name, { ...course, entryCount: course.fileCount }));
  }
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const place of names.keys()) {
        const name = names[(place + round) % names.length] ?? "";
        const turn = await takeTurn(course, servers.get(name));
        const series = all.get(name);
        if (round === 0 || !series) continue;
        series.wallMs.push(turn.wallMs);
        series.firstByteMs.push(turn.firstByteMs);
        series.cpuMs.push(turn.cpuMs);
        series.aboveIdleMb = Math.max(series.aboveIdleMb, turn.aboveIdleMb);
      }
    }
  } finally {
    for (const server of servers.values()) await server.stop();
  }
  return report(all);
}

async function takeTurn(course: Course, server: ZipServer | undefined) {
  if (!server) {
    const startedAt = performance.now();
    await promisify(execFile)("sh", ["-c", "find . -type f -exec cat {} + > /dev/null"], {
      cwd: course.root,
    });
    const wallMs = performance.now() - startedAt;
    return { wallMs, firstByteMs: 0, cpuMs: 0, aboveIdleMb: 0 };
  }
  const cpuBefore = server.cpuMs();
  const idleMb = await server.restartPeak();
  const { byteCount, ...times } = await download(server.port);
  if (byteCount < course.byteCount) throw new Error(`Only ${byteCount} bytes came.`);
  const aboveIdleMb = (await server.peakMb()) - idleMb;
  return { ...times, cpuMs: server.cpuMs() - cpuBefore, aboveIdleMb };
}

function report(all: ReadonlyMap<string, Series>): boolean {
  const own = all.get("own");
  if (!own) return false;
  for (const [name, series] of all) {
    process.stdout.write(
      `${name.padEnd(12)}wall ${median(series.wallMs)} ms, CPU ${median(series.cpuMs)} ms, ` +
        `first byte ${median(series.firstByteMs)} ms, ${series.aboveIdleMb.toFixed(0)} MB above what it held before\n`,
    );
  }
  return reportRatios(
    "Wall time of the whole ZIP",
    Object.entries(GOALS).map(([name, goal]) => ({
      name: `own : ${name}`,
      measured: toTiming(own.wallMs),
      reference: toTiming(all.get(name)?.wallMs ?? []),
      goal,
    })),
  );
}

const median = (values: readonly number[]) => toTiming(values).median.toFixed(0);

/** In a fresh process, whose peak nothing else has raised. */
async function benchMemory(course: Course, entryCount: number): Promise<boolean> {
  const server = await openServer("own", { ...course, entryCount });
  try {
    const idleMb = await server.restartPeak();
    await download(server.port);
    const aboveIdleMb = (await server.peakMb()) - idleMb;
    return tell(`${entryCount} entries, MB above idle`, aboveIdleMb, ABOVE_IDLE_MB);
  } finally {
    await server.stop();
  }
}

/** They take their time and go away before the end. */
async function benchSlowClients(course: Course, forMs: number): Promise<boolean> {
  const entryCount = Math.ceil(
    (course.fileCount * 2 * forMs * SLOW_BYTES_PER_SECOND) / 1_000 / course.byteCount,
  );
  const server = await openServer("own", { ...course, entryCount });
  try {
    const idleMb = await server.restartPeak();
    const pace = { bytesPerSecond: SLOW_BYTES_PER_SECOND, forMs };
    const clients = Array.from({ length: CLIENTS }, () => download(server.port, pace));
    await Promise.all(clients);
    const perClientMb = ((await server.peakMb()) - idleMb) / CLIENTS;
    return tell(`MB of each of ${CLIENTS} clients at 2 MB/s`, perClientMb, CLIENT_MB);
  } finally {
    await server.stop();
  }
}

function tell(what: string, value: number, goal: number): boolean {
  const isMet = value <= goal;
  process.stdout.write(`${what}  ${value.toFixed(1)}  <= ${goal}  ${isMet ? "ok" : "MISSED"}\n`);
  return isMet;
}

process.exitCode = (await main()) ? 0 : 1;
