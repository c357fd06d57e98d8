/**
 * CPU time and memory per minted code of lib/wechat, against a bare undici loop, co-wechat-api and
 * node-easywechat: npx tsx bench/wechat-client.ts [codes per round] [rounds].
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportRatios, type Timing } from "@/bench/report-ratio";
import { CONTENDERS } from "@/bench/wechat-client/contenders";

const IN_FLIGHT = 64;
const CPU_GOAL_TO_UNDICI = 1.25;
const CPU_GOAL_TO_EASYWECHAT = 0.5;
const MEMORY_GOAL_MB = 30;

interface Cost {
  cpuMs: number;
  addedMb: number;
}

const NAMES = Object.keys(CONTENDERS);
const pathOf = (file: string) => join(import.meta.dirname, "wechat-client", file);

/** What a child sends first. */
async function answerOf<Message>(child: ChildProcess): Promise<Message> {
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`A child ended with ${code} before it answered.`);
  });
  const [message] = await Promise.race([once(child, "message"), failed]);
  return message as Message;
}

async function measure(name: string, baseUrl: string, scratch: string, codes: number) {
  const args = [name, baseUrl, scratch, String(codes), String(IN_FLIGHT)];
  const execArgv = [...process.execArgv, "--expose-gc"];
  const child = fork(pathOf("run-contender.ts"), args, { execArgv });
  const cost = await answerOf<Cost>(child);
  if (child.exitCode === null) await once(child, "exit");
  // Reported per 1,000 codes, so a figure in ms reads as µs per code.
  return { cpuMs: (cost.cpuMs * 1000) / codes, addedMb: cost.addedMb };
}

function spread(values: readonly number[]): Timing {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

const show = ({ median, min, max }: Timing, digits: number) =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}..${max.toFixed(digits)})`;

function reportCpu(costs: Map<string, Cost[]>): boolean {
  const cpuOf = (name: string) => (costs.get(name) ?? []).map(({ cpuMs }) => cpuMs);
  const row = (name: string, reference: string, goal: number) => {
    const others = cpuOf(reference);
    const perRound = cpuOf(name).map((cpuMs, round) => cpuMs / (others[round] ?? Number.NaN));
    return {
      name: `${name} / ${reference}`,
      measured: spread(cpuOf(name)),
      reference: spread(others),
      goal,
      note: `by round ${show(spread(perRound), 2)}`,
    };
  };
  return reportRatios("CPU of 1,000 codes", [
    row("mintdesk", "undici", CPU_GOAL_TO_UNDICI),
    row("mintdesk", "undici, dispatch", Infinity),
    row("mintdesk", "node-easywechat", CPU_GOAL_TO_EASYWECHAT),
    row("mintdesk", "co-wechat-api", Infinity),
    row("mintdesk, policy", "undici", CPU_GOAL_TO_UNDICI),
    row("co-wechat-api", "undici", Infinity),
    row("node-easywechat", "undici", Infinity),
  ]);
}

function reportMemory(costs: Map<string, Cost[]>): boolean {
  const addedOf = (name: string) => spread((costs.get(name) ?? []).map(({ addedMb }) => addedMb));
  const most = addedOf("undici").median + MEMORY_GOAL_MB;
  process.stdout.write(`\nMemory added, MiB; goal <= undici + ${MEMORY_GOAL_MB}\n`);
  let isGood = true;
  for (const name of NAMES) {
    const added = addedOf(name);
    const isOurs = name.startsWith("mintdesk");
    const isMet = added.median <= most;
    if (isOurs && !isMet) isGood = false;
    const verdict = isOurs ? (isMet ? "ok" : "MISSED") : "";
    process.stdout.write(`${name.padEnd(18)}${show(added, 1).padEnd(24)}${verdict}\n`);
  }
  return isGood;
}

async function main(): Promise<boolean> {
  const codes = Number(process.argv[2] ?? 6_000);
  const rounds = Number(process.argv[3] ?? 5);
  const server = fork(pathOf("serve-pictures.ts"));
  const scratch = await mkdtemp(join(tmpdir(), "wechat-client-bench-"));
  const costs = new Map<string, Cost[]>(NAMES.map((name) => [name, []]));
  try {
    const { baseUrl, bytes } = await answerOf<{ baseUrl: string; bytes: number }>(server);
    process.stdout.write(
      `${rounds} rounds of ${codes} codes, ${IN_FLIGHT} in flight, pictures of ${bytes} bytes\n`,
    );
    for (let round = 0; round < rounds; round += 1) {
      // Each round begins with another contender, so that none always comes first.
      for (const place of NAMES.keys()) {
        const name = NAMES[(place + round) % NAMES.length] ?? "";
        costs.get(name)?.push(await measure(name, baseUrl, scratch, codes));
      }
    }
  } finally {
    server.disconnect();
    await rm(scratch, { recursive: true, force: true });
  }
  const isCpuGood = reportCpu(costs);
  return reportMemory(costs) && isCpuGood;
}

process.exitCode = (await main()) ? 0 : 1;
