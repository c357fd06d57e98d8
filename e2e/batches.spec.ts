import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { changeLimit } from "@/lib/quota/change-limit";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { addSandboxMiniProgram, hex } from "./sandbox-mini-program";
import { tick } from "./tick";
import { waitUntilAlive } from "./wait-until-alive";

/** Header, ten good shops, one whose scene is Chinese, and one that is there twice. */
const SHOPS = [
  ["门店名称", "编号"],
  ...Array.from({ length: 10 }, (_, index) => [`上海徐汇 ${index + 1} 店`, `s${1001 + index}`]),
  ["杭州西湖店", "西湖"],
  ["上海徐汇 1 店", "s1001"],
]
  .map((cells) => cells.join("\t"))
  .join("\n");

async function chooseMiniProgram(page: Page, { id }: { id: string }): Promise<void> {
  await page
    .context()
    .addCookies([{ name: "mintdesk-mini-program", value: id, url: new URL(page.url()).origin }]);
}

/** A filled-in form with checked rows. */
async function fillBatch(page: Page, name: string, rows: string): Promise<void> {
  await page.goto("/batches/new");
  await page.getByLabel("Name of the batch").fill(name);
  await page.getByLabel("Pasted rows").fill(rows);
  await expect(page.getByText(/^\d+ rows?, \d+ columns?/)).toBeVisible();
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByText("How they come out")).toBeVisible();
}

const numbered = (count: number) =>
  ["编号", ...Array.from({ length: count }, (_, index) => `t${index}-${hex(2)}`)].join("\n");

test("12 shops become 10 codes: one repeat is free, a bad one is left out", async ({
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram);
  const name = `门店桌贴 ${hex(3)}`;
  await fillBatch(page, name, SHOPS);
  await expect(page.getByText("12 rows, 2 columns")).toBeVisible();
  await expect(page.getByRole("radio", { name: /Only bad \(1\)/ })).toBeVisible();
  await expect(page.getByRole("radio", { name: /Only repeats \(1\)/ })).toBeVisible();
  await expect(page.getByText(/characters WeChat/i).filter({ visible: true })).toHaveCount(1);

  const badFile = page.waitForEvent("download");
  await page.getByRole("link", { name: "Bad rows as CSV" }).click();
  const bad = readFileSync(await (await badFile).path(), "utf8");
  expect(bad).toContain("杭州西湖店,西湖,");

  // Nothing starts while a row is bad and shall not be left out.
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByText(/1 row is still bad/)).toBeVisible();
  await tick(page.getByRole("radio", { name: /^Leave out the bad/ }));
  await page.getByRole("button", { name: "Start minting 10 codes" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("10 / 10")).toBeVisible();
  const picture = page.getByRole("img", { name: "Code: 上海徐汇 1 店" }).first();
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);

  const skippedFile = page.waitForEvent("download");
  await page.getByRole("link", { name: "Left out (2) CSV" }).click();
  const skipped = readFileSync(await (await skippedFile).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(skipped).toHaveLength(3);
  expect(skipped.join("\n")).toContain("杭州西湖店");
  expect(skipped.join("\n")).toContain("The same as row 1");

  const { db } = desk.runtime;
  const batch = await db.batch.findFirstOrThrow({ where: { name } });
  expect(await db.code.count({ where: { batchId: batch.id, status: "minted" } })).toBe(10);

  await page.goto("/batches");
  await expect(page.getByRole("link", { name })).toBeVisible();
});

test("a bad cell is put right in its place", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  await chooseMiniProgram(page, await addSandboxMiniProgram(desk));
  await fillBatch(page, "改一格", "门店名称\t编号\n徐汇店\ts1\n西湖店\t西湖");
  const cell = page.getByRole("textbox", { name: "Row 2, 编号" });
  await cell.fill("s2");
  await cell.press("Enter");
  await expect(page.getByRole("radio", { name: /Only bad \(0\)/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Start minting 2 codes" })).toBeVisible();

  // A reload of the tab loses neither the form nor the mended cell.
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByText("What you had not finished is back")).toBeVisible();
  await expect(page.getByLabel("Name of the batch")).toHaveValue("改一格");
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByRole("button", { name: "Start minting 2 codes" })).toBeVisible();
});

test("a double click on start makes one batch", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  await chooseMiniProgram(page, await addSandboxMiniProgram(desk));
  const name = `双击 ${randomUUID().slice(0, 6)}`;
  await fillBatch(page, name, numbered(3));
  await page.getByRole("button", { name: "Start minting 3 codes" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  expect(await desk.runtime.db.batch.count({ where: { name } })).toBe(1);
});

test("a pilot mints three, shows them, and waits", async ({ page, signInAs, desk }) => {
  test.slow();
  await signInAs("operator");
  await chooseMiniProgram(page, await addSandboxMiniProgram(desk));
  await fillBatch(page, `试铸 ${hex(3)}`, numbered(6));
  await tick(page.getByRole("switch", { name: /Mint the first 3/ }));
  await page.getByRole("button", { name: "Start minting 6 codes" }).click();
  await expect(page.getByText("Look at the first ones")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("3 / 6")).toBeVisible();
  await page.getByRole("button", { name: "Release the rest (3)" }).click();
  await expect(page.getByText("6 / 6")).toBeVisible({ timeout: 60_000 });
});

test("20 limited codes with 10 left are refused, and B is offered", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  await changeLimit(jobContext(desk.runtime, "e2e"), {
    miniProgramId: miniProgram.id,
    limit: 10,
    reason: "e2e",
  });
  await chooseMiniProgram(page, miniProgram);
  const name = `限额 ${hex(3)}`;
  await page.goto("/batches/new");
  await page.getByRole("button", { name: "B does not fit?" }).click();
  const dialog = page.getByRole("dialog");
  await tick(dialog.getByRole("radio", { name: /^A:/ }));
  await dialog.getByLabel("Reason").fill("旧闸机");
  await dialog.getByRole("button", { name: "Use it anyway" }).click();
  await page.getByLabel("Name of the batch").fill(name);
  await page.getByLabel("Pasted rows").fill(numbered(20));
  await expect(page.getByText("uses up to 20 of the 100,000")).toBeVisible();
  await page.getByRole("textbox", { name: "Path template" }).fill("pages/index/index?id={编号}");
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByText(/20 are needed, 10 of 10 are left/)).toBeVisible();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByText("Nothing was started")).toBeVisible();
  expect(await desk.runtime.db.batch.count({ where: { name } })).toBe(0);

  await page.getByRole("button", { name: "Use unlimited codes (B) instead" }).click();
  await expect(page.getByText(/uses 0 of 10 limited codes/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Start minting 20 codes" })).toBeVisible();
});

test("a running batch is paused and resumed", async ({ page, signInAs, desk }) => {
  test.slow();
  await signInAs("operator");
  await chooseMiniProgram(page, await addSandboxMiniProgram(desk));
  const name = `暂停 ${hex(3)}`;
  await fillBatch(page, name, numbered(600));
  await page.getByRole("button", { name: "Start minting 600 codes" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/^Paused by Chen Wei/)).toBeVisible();
  const { db } = desk.runtime;
  expect(await db.batch.findFirstOrThrow({ where: { name } })).toMatchObject({ status: "paused" });
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("600 / 600")).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("Done", { exact: true })).toBeVisible();
});

test("marketing sees batches but has no buttons", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram);
  const name = `给市场看 ${hex(3)}`;
  await fillBatch(page, name, numbered(2));
  await page.getByRole("button", { name: "Start minting 2 codes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.context().clearCookies();

  await signInAs("marketing");
  await chooseMiniProgram(page, miniProgram);
  await page.goto("/batches");
  await waitUntilAlive(page);
  await expect(page.getByRole("link", { name: "New batch" })).toHaveCount(0);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  for (const button of ["Pause", "Resume", "Cancel…"]) {
    await expect(page.getByRole("button", { name: button })).toHaveCount(0);
  }
  await page.goto("/batches/new");
  await expect(page.getByText("Your role can only look")).toBeVisible();
});
