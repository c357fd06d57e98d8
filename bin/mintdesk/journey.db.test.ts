import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApi } from "@/lib/api/app";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { tableFile } from "@/lib/core/table-file";
import { unzip } from "@/lib/testing/pack-desk";
import { killParts, startPart } from "@/lib/testing/start-part";

let desk: ApiDesk;
let server: ReturnType<typeof serve>;
let url: string;
let folder: string;

beforeAll(async () => {
  desk = await openApiDesk();
  folder = await mkdtemp(join(tmpdir(), "mintdesk-command-"));
  server = serve({ fetch: openApi(desk.runtime), hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  await startPart("worker", desk.runtime.env);
});
afterAll(async () => {
  killParts();
  server.close();
  await desk.close();
  await rm(folder, { recursive: true });
});

interface Ended {
  exitCode: number;
  out: string;
  words: string;
}

/** Runs a command as npm would, in the folder of the test. */
async function run(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const command = ["--import", "tsx", "bin/mintdesk/main.ts", ...args];
  const child = spawn(process.execPath, command, {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      INIT_CWD: folder,
      MINTDESK_URL: url,
      MINTDESK_API_KEY: desk.key,
      LANG: "en_GB.UTF-8",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, words] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { exitCode: child.exitCode ?? -1, out, words };
}

async function json<Document>(args: string[]): Promise<Document> {
  const { exitCode, out, words } = await run([...args, "--json"]);
  expect(exitCode, `${words}${out}`).toBe(0);
  return JSON.parse(out) as Document;
}

interface Thing {
  id: string;
}
interface Row extends Thing {
  scene: string;
  label: string;
}

describe("the command line", () => {
  it(
    "goes the whole way: campaign, batch of a file, pack, codes, scene, log",
    { timeout: 90_000 },
    async () => {
      const campaign = await json<Thing>(["campaigns", "create", "春茶"]);
      await writeFile(join(folder, "shops.csv"), "编号,店名\ns=1,一店\ns=2,二店\ns=3,三店\n");
      const mapping = [
        "--map",
        "scene=编号",
        "--label",
        "{店名} 桌贴",
        "--page",
        "pages/shop/index",
      ];
      const start = ["batches", "run", "shops.csv", ...mapping, "--campaign", "春茶"];
      const { batch } = await json<{ batch: Thing & { status: string } }>(start);
      expect(batch.status).toBe("done");

      const order = ["packs", "order", "--batch", batch.id, "--name", "春茶"];
      const pack = await json<Thing>(order);
      const got = await run(["packs", "get", pack.id, "--out", "spring.zip"]);
      expect(got.exitCode, got.words).toBe(0);
      const files = await unzip(await readFile(join(folder, "spring.zip")));
      expect([...files.keys()].filter((name) => name.includes("桌贴"))).toHaveLength(3);
      expect((await readdir(folder)).filter((name) => name.includes(".part"))).toEqual([]);

      const list = ["codes", "list", "--campaign", campaign.id, "--limit", "2", "--all"];
      const codes = await json<{ data: Row[]; next: null }>(list);
      const scenes = codes.data.map(({ scene, label }) => `${scene} ${label}`).toSorted();
      expect(scenes).toEqual(["s=1 一店 桌贴", "s=2 二店 桌贴", "s=3 三店 桌贴"]);

      const set = ["scenes", "set", "s=2", "--page", "pages/index/index", "--data", "shop=9"];
      const scene = await json<{ inForce: unknown; latestVersion: number }>(set);
      expect(scene).toMatchObject({
        latestVersion: 2,
        inForce: { page: "pages/index/index", payload: { shop: "9" } },
      });
      expect(await json(["audit", "verify"])).toMatchObject({ intact: true });
      const log = await json<{ data: { action: string }[] }>(["audit", "list"]);
      expect(log.data.map(({ action }) => action)).toContain("scene.changed");
    },
  );

  it("takes its rows from a workbook as well", { timeout: 90_000 }, async () => {
    const table = {
      header: ["店名", "编号"],
      readPage: async () => ({
        rows: [
          ["东店", "x=1"],
          ["西店", "x=2"],
        ],
        next: null,
      }),
      toCells: (row: string[]) => row,
    };
    await writeFile(join(folder, "shops.xlsx"), await buffer(tableFile(table, "xlsx")));
    const start = ["batches", "run", "shops.xlsx", "--map", "scene=编号", "--label", "{店名}"];
    const { batch } = await json<{ batch: Thing & { counts: unknown } }>(start);
    expect(batch.counts).toMatchObject({ minted: 2, bad: 0 });
    const codes = await desk.ask(`GET /batches/${batch.id}/codes`);
    const { data } = (await codes.json()) as { data: Row[] };
    expect(data.map(({ scene, label }) => `${scene} ${label}`)).toEqual(["x=1 东店", "x=2 西店"]);
  });

  it("mints one code with its picture, and gives it again for nothing", async () => {
    const mint = [
      "codes",
      "mint",
      "--label",
      "七号桌",
      "--scene",
      "t=7",
      "--page",
      "pages/shop/index",
    ];
    const first = await json<Row & { reused: boolean }>([...mint, "--out", "seven.jpg"]);
    expect(first).toMatchObject({ label: "七号桌", reused: false });
    const again = await json<Row & { reused: boolean }>(mint);
    expect(again).toMatchObject({ id: first.id, reused: true });
    await json(["codes", "image", first.id, "--out", "again.jpg"]);
    const [one, other] = await Promise.all(
      ["seven.jpg", "again.jpg"].map((name) => readFile(join(folder, name))),
    );
    expect(one?.byteLength).toBeGreaterThan(0);
    expect(one).toEqual(other);
    const { out } = await run(["codes", "get", first.id], { LANG: "zh_CN.UTF-8" });
    expect(out).toContain("已生成");
  });

  it("goes on with a download that was broken off", async () => {
    const { data } = await json<{ data: Row[] }>(["codes", "list"]);
    const code = data.map(({ id }) => id);
    const pack = await json<Thing>(["packs", "order", "--code", ...code, "--out", "whole.zip"]);
    const whole = await readFile(join(folder, "whole.zip"));
    const response = await desk.ask(`GET /packs/${pack.id}/file`);
    await writeFile(join(folder, "rest.zip.part.etag"), response.headers.get("etag") ?? "");
    await response.body?.cancel();
    await writeFile(join(folder, "rest.zip.part"), whole.subarray(0, 1_000));
    const got = await run(["packs", "get", pack.id, "--out", "rest.zip"]);
    expect(got.exitCode, got.words).toBe(0);
    expect((await readFile(join(folder, "rest.zip"))).equals(whole)).toBe(true);
  });

  it("leaves no row out, and uses none of the 100,000, without a yes", async () => {
    await writeFile(join(folder, "bad.csv"), `编号\ng=1\n${"x".repeat(40)}\n`);
    const bad = ["batches", "run", "bad.csv", "--map", "scene=编号"];
    const refused = await run(bad);
    expect(refused.exitCode, refused.words).toBe(2);
    expect(refused.words).toContain("--yes");
    expect(refused.words).toMatch(/1 new.*1 bad/);
    const { batch } = await json<{ batch: { counts: unknown } }>([...bad, "--yes"]);
    expect(batch.counts).toMatchObject({ minted: 1, bad: 1 });

    await writeFile(join(folder, "doors.csv"), "门\n1\n2\n");
    const doors = [
      "batches",
      "run",
      "doors.csv",
      "--kind",
      "A",
      "--path",
      "pages/index/index?d={门}",
    ];
    const limited = await run([...doors, "--label", "{门}", "--reason", "门牌"]);
    expect(limited.exitCode, limited.words).toBe(2);
    expect(limited.words).toContain("2 of the 100,000");
  });

  it("says by its exit code what went wrong, in words and as JSON", async () => {
    const wrong = await run(["campaigns", "list", "--json"], { MINTDESK_API_KEY: "mk_wrong" });
    expect(wrong.exitCode).toBe(3);
    expect(JSON.parse(wrong.out)).toMatchObject({ error: { code: "not_signed_in" } });
    const gone = await run(["campaigns", "get", "0197c0de-0000-7000-8000-000000000009"]);
    expect([gone.exitCode, gone.out]).toEqual([4, ""]);
    expect(gone.words).toContain("Request id");
    await json(["campaigns", "create", "秋茶"]);
    expect((await run(["campaigns", "create", "秋茶"])).exitCode).toBe(5);
    expect((await run(["campaigns", "create", "x".repeat(99)])).exitCode).toBe(3);
    expect((await run(["codes", "lost"])).exitCode).toBe(2);
    const off = await run(["campaigns", "list"], { MINTDESK_URL: "http://127.0.0.1:9" });
    expect(off.exitCode).toBe(7);
  });

  it("takes its key from a file, and shows it to nobody", async () => {
    await writeFile(join(folder, "key"), `${desk.key}\n`);
    const env = { MINTDESK_API_KEY: "" };
    const { exitCode, out, words } = await run(["mini-programs", "list", "--key-file", "key"], env);
    expect([exitCode, out + words]).toEqual([0, expect.stringContaining("沙箱")]);
    expect(out + words).not.toContain(desk.key);
    expect((await run(["quota"], env)).exitCode).toBe(2);
    expect((await run(["quota", "沙箱"])).out).toMatch(/100000/);
  });
});
