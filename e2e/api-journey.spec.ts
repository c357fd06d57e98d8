import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Runtime } from "@/lib/runtime";
import { apiKeyOf } from "./api-key";
import { expect, test } from "./fixtures";
import { readZip, sha256 } from "./read-zip";
import { addSandboxMiniProgram, hex } from "./sandbox-mini-program";

const SHOPS = ["朝阳店", "海淀店", "西城店", "东城店", "丰台店"];

interface Manifest {
  files: { path: string; sha256: string }[];
}

/** A program of somebody's: it knows the desk's address and a key. */
async function program(runtime: Runtime, email: string, baseURL: string) {
  const key = await apiKeyOf(runtime, email);
  return async <Answer>(call: string, body?: object): Promise<Answer> => {
    const [method = "", path = ""] = call.split(" ");
    const isForm = body instanceof FormData;
    const response = await fetch(`${baseURL}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(method === "POST" && { "Idempotency-Key": randomUUID() }),
        ...(body && !isForm && { "Content-Type": "application/json" }),
      },
      body: isForm ? body : body && JSON.stringify(body),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.ok, `${call}: ${response.status} ${bytes.subarray(0, 500).toString()}`).toBe(
      true,
    );
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    // Pictures and ZIPs are packed already.
    if (!isJson) expect(response.headers.get("content-encoding")).toBeNull();
    return (isJson ? JSON.parse(bytes.toString()) : bytes) as Answer;
  };
}

test("a program takes a campaign from a table to a pack, and a scan and the log know of it", async ({
  desk,
  baseURL,
}, info) => {
  const { email } = await desk.addPerson("operator");
  const { id: miniProgramId, appid } = await addSandboxMiniProgram(desk);
  const ask = await program(desk.runtime, email, baseURL ?? "");

  const known = await ask<{ data: { id: string; wechatAppId: string }[] }>("GET /mini-programs");
  expect(known.data.find(({ wechatAppId }) => wechatAppId === appid)?.id).toBe(miniProgramId);
  const campaign = await ask<{ id: string; name: string }>("POST /campaigns", {
    name: `桌贴 ${hex(3)}`,
  });

  const form = new FormData();
  const table = `店名,桌号\n${SHOPS.map((shop, index) => `${shop},${index + 1}`).join("\n")}\n`;
  form.set("file", new File([table], "shops.csv", { type: "text/csv" }));
  const settings = {
    kind: "WXACODE_UNLIMITED",
    name: campaign.name,
    miniProgramId,
    campaignId: campaign.id,
    labelTemplate: "{店名} {桌号} 号桌",
    pageTemplate: "pages/index/index",
    carries: {
      as: "payload",
      fields: [
        { name: "shop", column: "店名" },
        { name: "table", column: "桌号" },
      ],
    },
  };
  form.set("batch", JSON.stringify(settings));
  const draft = await ask<{ id: string; newCount: number; badCount: number }>(
    "POST /batches",
    form,
  );
  expect(draft).toMatchObject({ newCount: SHOPS.length, badCount: 0 });
  const preflight = await ask<object>(`POST /batches/${draft.id}/preflight`);
  expect(preflight).toMatchObject({ price: { limitedCount: 0, isAffordable: true } });
  await ask(`POST /batches/${draft.id}/start`, {});
  const statusOf = async (path: string) => (await ask<{ status: string }>(`GET ${path}`)).status;
  await expect.poll(() => statusOf(`/batches/${draft.id}`), { timeout: 45_000 }).toBe("done");

  const minted = await ask<{ data: { label: string; scene: string; serial: string }[] }>(
    `GET /batches/${draft.id}/codes`,
  );
  expect(minted.data.map(({ label }) => label)).toEqual(
    SHOPS.map((shop, index) => `${shop} ${index + 1} 号桌`),
  );

  const pack = await ask<{ id: string; fileUrl: string }>("POST /packs", {
    name: campaign.name,
    selection: { kind: "batch", batchId: draft.id },
    options: { form: "pictures", nameTemplate: "{serial}-{label}", isAscii: false },
  });
  await expect.poll(() => statusOf(`/packs/${pack.id}`), { timeout: 30_000 }).toBe("ready");
  const zip = info.outputPath("pack.zip");
  await writeFile(zip, await ask<Buffer>(`GET /packs/${pack.id}/file`));
  const files = await readZip(zip);
  const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "{}") as Manifest;
  for (const { path, sha256: hash } of manifest.files) {
    expect(sha256(files.get(path) ?? Buffer.alloc(0)), path).toBe(hash);
  }
  const pictures = [...files.keys()].filter((name) => /\.(jpg|png)$/.test(name));
  for (const { serial } of minted.data) {
    expect(
      pictures.some((name) => name.includes(serial)),
      serial,
    ).toBe(true);
  }

  const [first] = minted.data;
  const scene = encodeURIComponent(first?.scene ?? "");
  const meaning = await ask<object>(`GET /mini-programs/${miniProgramId}/scenes/${scene}`);
  const payload = { shop: SHOPS[0], table: "1" };
  expect(meaning).toMatchObject({ inForce: { version: 1, page: "pages/index/index", payload } });
  const { gateUrl } = desk.runtime.env;
  const scanned = await fetch(`${gateUrl}/v1/mini-programs/${appid}/scenes/${scene}`);
  expect(await scanned.json()).toMatchObject({ page: "pages/index/index", payload });

  const log = await ask<{ data: { action: string; targetId: string | null }[] }>(
    `GET /audit?campaignId=${campaign.id}&limit=100`,
  );
  const acts = log.data.map(({ action }) => action);
  expect(acts).toEqual(expect.arrayContaining(["batch.planned", "batch.codes_minted"]));
  expect(await ask<object>("GET /audit/verify")).toMatchObject({ intact: true });
});
