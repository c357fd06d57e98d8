import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import type { Download, Locator, Page } from "@playwright/test";
import { planned, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { readZip, sha256 } from "./read-zip";
import { addSandboxMiniProgram, chooseMiniProgram, hex } from "./sandbox-mini-program";
import { tick } from "./tick";
import { waitUntilAlive } from "./wait-until-alive";

interface Manifest {
  pack: { id: string; name: string };
  files: { path: string; byteSize: number; sha256: string }[];
  codes: { serial: string }[];
}

/** A batch whose codes the desk's worker has minted. */
async function mintedBatch(runtime: Runtime, miniProgramId: string, count: number) {
  const ctx = jobContext(runtime, "林悦");
  const campaign = `中秋 ${hex(3)}`;
  const { id: campaignId } = await createCampaign(ctx, { name: campaign });
  const input = unlimitedBatch(miniProgramId, shops(count), { campaignId });
  const { batchId } = await planned(ctx, input);
  await expect
    .poll(() => runtime.db.code.count({ where: { batchId, status: "minted" } }), {
      timeout: 60_000,
    })
    .toBe(count);
  return { batchId, campaign, campaignId };
}

const anyScene = () => ({ as: "scene", scene: `p=${hex(4)}` }) as const;

const order = (page: Page): Locator => page.getByRole("button", { name: /^Make (a|the) pack/ });

/** Presses the download of the pack that is open. */
async function take(page: Page): Promise<Download> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  return downloading;
}

test("30 ticked codes become a ZIP that is what its manifest says", async ({
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram.id);
  const { batchId, campaign } = await mintedBatch(desk.runtime, miniProgram.id, 30);
  const name = `三月桌贴 ${hex(3)}`;

  await page.goto("/codes");
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(30);
  await waitUntilAlive(page);
  await page.locator("thead label").first().click();
  await expect(page.getByText("30 selected", { exact: true })).toBeVisible();
  await page.keyboard.press("p");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New pack");
  await expect(page.getByText("30 ticked codes")).toBeVisible();
  await page.getByLabel("Name of the pack").fill(name);
  await page.getByLabel("Name template").fill("{campaign}/{serial}-{label}");
  const samples = page.getByRole("list", { name: "The first names as they will be" });
  await expect(samples.getByRole("listitem").first()).toContainText(`${campaign}/`);
  const sampleNames = await samples.getByRole("listitem").allTextContents();
  expect(sampleNames).toHaveLength(3);

  // A reload loses nothing that was typed.
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByText("What you had not finished is back")).toBeVisible();
  await expect(page.getByLabel("Name of the pack")).toHaveValue(name);
  await page.getByRole("button", { name: "Make a pack of 30 codes" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Nobody has taken it yet.")).toBeVisible();
  const download = await take(page);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const files = await readZip(await download.path());

  const json = files.get("manifest.json") ?? Buffer.alloc(0);
  const manifest = JSON.parse(json.toString("utf8")) as Manifest;
  expect(manifest.pack.name).toBe(name);
  expect(manifest.codes).toHaveLength(30);
  for (const { path, byteSize, sha256: expected } of manifest.files) {
    const bytes = files.get(path) ?? Buffer.alloc(0);
    expect({ path, byteSize: bytes.length, sha256: sha256(bytes) }).toEqual({
      path,
      byteSize,
      sha256: expected,
    });
  }
  // Nothing lies in it that the manifest does not name.
  const named = [...manifest.files.map(({ path }) => path), "manifest.json"];
  expect([...files.keys()].toSorted()).toEqual(named.toSorted());

  const pictures = named.filter((path) => path.startsWith(`${campaign}/`));
  expect(pictures).toHaveLength(30);
  for (const sample of sampleNames) expect(pictures).toContain(sample);
  const codes = await desk.runtime.db.code.findMany({ where: { batchId } });
  for (const { serial, label, pictureSha256 } of codes) {
    const path = pictures.find((candidate) => candidate.startsWith(`${campaign}/${serial}-`)) ?? "";
    expect(path).toContain(label);
    expect(sha256(files.get(path) ?? Buffer.alloc(0))).toBe(pictureSha256);
  }

  await expect(page.getByRole("heading", { name: "Taken 1 time" })).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.locator("tbody").getByText("at the desk")).toBeVisible();
  const pack = await desk.runtime.db.pack.findFirstOrThrow({ where: { name } });
  expect(pack.sha256).toBe(sha256(json));
  await expect(page.getByText(pack.sha256 ?? "no hash")).toBeVisible();
  const logged = { action: "pack.taken", targetId: pack.id };
  expect(await desk.runtime.db.auditEntry.count({ where: logged })).toBe(1);
});

test("a trial code is left out and counted beforehand", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram.id);
  await mintedCode(desk.runtime, miniProgram.id, { label: "正式码", carries: anyScene() });
  await mintedCode(desk.runtime, miniProgram.id, {
    label: "体验码",
    envVersion: "trial",
    carries: anyScene(),
  });
  await page.goto("/codes?envVersion=any");
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Pack all" }).click();
  await expect(page.getByText("1 code is left out")).toBeVisible();
  await expect(page.getByText("1 trial code.")).toBeVisible();
  await page.getByRole("button", { name: "Make a pack of 1 code" }).click();
  await expect(page.getByText("1 trial code.")).toBeVisible();
  const names = [...(await readZip(await (await take(page)).path())).keys()];
  expect(names.some((path) => path.includes("正式码"))).toBe(true);
  expect(names.some((path) => path.includes("体验码"))).toBe(false);
});

test("a pack with nothing in it says why instead of being made", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram.id);
  const { id } = await mintedCode(desk.runtime, miniProgram.id, {
    label: "只有体验码",
    envVersion: "trial",
    carries: anyScene(),
  });
  await page.goto(`/packs/new?of=codes&ids=${id}`);
  await expect(page.getByText("1 trial code.")).toBeVisible();
  const packCount = await desk.runtime.db.pack.count();
  await order(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "may be in a pack" })).toBeVisible();
  await expect(page).toHaveURL(/\/packs\/new/);
  expect(await desk.runtime.db.pack.count()).toBe(packCount);
});

test("what is missing in the form is said, and nothing typed is lost", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { id } = await mintedCode(desk.runtime, miniProgram.id, {
    label: "门口立牌",
    carries: anyScene(),
  });
  await page.goto(`/packs/new?of=codes&ids=${id}`);
  await page.getByLabel("Name template").fill("{campaign");
  await expect(page.getByText("The braces do not fit.")).toBeVisible();
  await page.getByLabel("Name of the pack").fill("");
  await order(page).click();
  await expect(page.getByText("Give the pack a name.").first()).toBeVisible();
  await expect(page.getByLabel("Name template")).toHaveValue("{campaign");

  await page.getByLabel("Name template").fill("");
  await page.getByRole("button", { name: "{scene}" }).click();
  await expect(page.getByLabel("Name template")).toHaveValue("{scene}");
  await page.getByLabel("Name of the pack").fill("门口");
  await order(page).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("门口");
  const packs = { where: { codes: { some: { codeId: id } } } };
  expect(await desk.runtime.db.pack.count(packs)).toBe(1);

  await page.getByRole("link", { name: "Make again" }).click();
  await expect(page.getByLabel("Name template")).toHaveValue("{scene}");
  await expect(page.getByText("1 ticked code", { exact: true })).toBeVisible();
});

test("marketing downloads a pack but cannot make one", async ({ page, signInAs, desk }) => {
  test.slow();
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { batchId } = await mintedBatch(desk.runtime, miniProgram.id, 2);
  const name = `给市场 ${hex(3)}`;
  await page.goto(`/batches/${batchId}`);
  await page.getByRole("link", { name: "Make a pack" }).click();
  await expect(page.getByText("Batch “三月桌贴”")).toBeVisible();
  await page.getByLabel("Name of the pack").fill(name);
  await page.getByRole("button", { name: "Make a pack of 2 codes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.context().clearCookies();

  const { name: person } = await signInAs("marketing");
  await page.goto("/packs");
  await waitUntilAlive(page);
  await expect(page.getByRole("link", { name: "New pack" })).toHaveCount(0);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("link", { name: "Make again" })).toHaveCount(0);
  const { pathname } = new URL(page.url());
  expect((await page.request.head(`/api${pathname}/file`)).status()).toBe(405);
  await page.reload();
  await expect(page.getByText("Nobody has taken it yet."), "asking is not taking").toBeVisible();
  const files = await readZip(await (await take(page)).path());
  expect(files.has("manifest.csv")).toBe(true);
  await expect(page.locator("tbody").getByText(person)).toBeVisible({ timeout: 15_000 });

  await page.goto(`/packs/new?of=batch&id=${batchId}`);
  await expect(page.getByText("Your role can look and download")).toBeVisible();
  await page.goto("/codes");
  await expect(page.getByRole("link", { name: "Pack all" })).toHaveCount(0);
});

test("a spreadsheet of a campaign is prepared and taken", async ({ page, signInAs, desk }) => {
  test.slow();
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { campaign } = await mintedBatch(desk.runtime, miniProgram.id, 3);
  await page.goto("/campaigns");
  await page.getByRole("link", { name: `Pack the codes of “${campaign}”` }).click();
  await tick(page.getByRole("radio", { name: "Spreadsheet" }));
  await expect(page.getByLabel("Name template")).toHaveCount(0);
  await page.getByRole("button", { name: "Make a pack of 3 codes" }).click();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 60_000 });
  const download = await take(page);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await expect(page.getByText(sha256(bytes))).toBeVisible();
});

test("an address that chooses nothing leads to a choice, an unknown pack to the list", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  await page.goto("/packs/new?of=codes&ids=1.2");
  await expect(page.getByText("This address does not say which codes")).toBeVisible();
  await page.goto(`/packs/${randomUUID()}`);
  await page.getByRole("link", { name: "To the packs" }).click();
  await expect(page).toHaveURL(/\/packs$/);
});
