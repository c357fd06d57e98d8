import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { socketPath } from "./claim-instance";
import {
  type FakePlan,
  isAlive,
  readPids,
  startFakePlan,
  until,
  untilGone,
} from "./testing/start-fake-plan";

let dataDir = "";
let started: FakePlan[] = [];

function start(...parts: string[]): FakePlan {
  const plan = startFakePlan(dataDir, ...parts);
  started.push(plan);
  return plan;
}

async function pidsOf(...names: string[]): Promise<number[]> {
  return (await Promise.all(names.map((name) => readPids(dataDir, name)))).flat(2);
}

async function readServerPid(): Promise<number> {
  const text = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "码台 mint-"));
  await chmod(dataDir, 0o711);
});

afterEach(async () => {
  for (const plan of started) plan.signal("SIGTERM");
  await Promise.all(started.map((plan) => plan.ended));
  started = [];
  await rm(socketPath(dataDir), { force: true });
  await rm(dataDir, { recursive: true, force: true });
});

// A database is made anew in several of these, which takes long on a busy machine.
describe("the supervisor", { timeout: 120_000 }, () => {
  it("starts a part again that has died", async () => {
    const plan = start("web", "worker");
    await plan.says("everything runs");
    const [[first = 0] = []] = await readPids(dataDir, "worker");
    process.kill(first, "SIGKILL");
    await plan.says("worker ended (signal SIGKILL). Starting it again in 0.5 s.");
    await plan.says("worker is back.");
    expect(await readPids(dataDir, "worker")).toHaveLength(2);
    expect(await readPids(dataDir, "web")).toHaveLength(1);
  });

  it("leaves no child behind on SIGTERM, not even a stubborn one", async () => {
    const plan = start("web", "worker:stubborn");
    await plan.says("everything runs");
    const pids = await pidsOf("web", "worker");
    expect(pids).toHaveLength(4);
    plan.signal("SIGTERM");
    expect(await plan.ended).toBe(0);
    await untilGone(pids);
  });

  it("leaves no child behind when it is killed itself", async () => {
    const plan = start("web", "worker:stubborn");
    await plan.says("everything runs");
    const pids = await pidsOf("web", "worker");
    plan.signal("SIGKILL");
    await plan.ended;
    await untilGone(pids);
  });

  it("refuses a second start on the same data folder and leaves the first alone", async () => {
    const first = start("web");
    await first.says("everything runs");
    const second = start("web");
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(
      `Mintdesk is already running at http://fake.test (process ${first.pid}).`,
    );
    expect(await Promise.all((await pidsOf("web")).map(isAlive))).toEqual([true, true]);
  });

  it("lets one of two simultaneous starts through", async () => {
    const plans = [start("web"), start("web")];
    await until(
      () => plans.some((plan) => plan.output().includes("already running")),
      () => "one refusal",
    );
    const winner = plans.find((plan) => !plan.output().includes("already running"));
    await winner?.says("everything runs");
    expect(await readPids(dataDir, "web")).toHaveLength(1);
  });

  it("recovers the database after kill -9 of everything", async () => {
    const first = start("postgres", "web");
    await first.says("everything runs");
    const server = await readServerPid();
    first.signal("SIGKILL");
    process.kill(server, "SIGKILL");
    await first.ended;
    await untilGone([server]);
    const second = start("postgres", "web");
    await second.says("everything runs");
    expect(await readFile(join(dataDir, "postgres.log"), "utf8")).toContain("automatic recovery");
  });

  it("shuts the database down properly when only the supervisor was killed", async () => {
    const plan = start("postgres");
    await plan.says("everything runs");
    const server = await readServerPid();
    plan.signal("SIGKILL");
    await plan.ended;
    await untilGone([server]);
    expect(await readFile(join(dataDir, "postgres.log"), "utf8")).toMatch(/is shut down\s*$/);
  });

  it("restarts the database alone when it dies", async () => {
    const plan = start("postgres", "web");
    await plan.says("everything runs");
    const server = await readServerPid();
    process.kill(server, "SIGKILL");
    await plan.says("postgres is back.");
    expect(await readPids(dataDir, "web")).toHaveLength(1);
  });
});
