import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { mintCode } from "@/lib/codes/mint-code";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { waitUntilAlive } from "./wait-until-alive";

/** Marks this run's codes, so that a search finds them alone. */
const MARK = randomUUID().slice(0, 8);
const CAMPAIGN = `中秋门店 ${MARK}`;

test.beforeAll(async ({ desk }) => {
  const ctx = jobContext(desk.runtime, "林悦");
  await createCampaign(ctx, { name: CAMPAIGN });
  const sandbox = await desk.runtime.db.miniProgram.findFirstOrThrow({
    where: { isSandbox: true },
  });
  for (const place of ["徐汇", "静安", "西湖"]) {
    await mintCode(ctx, {
      kind: "WXACODE_UNLIMITED",
      requestKey: randomUUID(),
      miniProgramId: sandbox.id,
      campaignId: null,
      label: `${place}店桌贴 ${MARK}`,
      tags: ["门店"],
      width: 430,
      autoColor: false,
      lineColor: "#000000",
      isHyaline: false,
      envVersion: "release",
      page: "pages/shop/index",
      carries: { as: "scene", scene: `s=${randomUUID().slice(0, 8)}` },
      checkPath: true,
    });
  }
});

/** The list of this run's three codes, of the sandbox whatever other tests have registered. */
async function openList(page: Page, desk: { runtime: { db: SandboxFinder } }): Promise<void> {
  const { id } = await desk.runtime.db.miniProgram.findFirstOrThrow({ where: { isSandbox: true } });
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: "mintdesk-mini-program", value: id, url: origin }]);
  await page.goto(`/codes?search=${MARK}`);
  await expect(rows(page)).toHaveCount(3);
  await waitUntilAlive(page);
}

interface SandboxFinder {
  miniProgram: {
    findFirstOrThrow(query: { where: { isSandbox: boolean } }): Promise<{ id: string }>;
  };
}

const rows = (page: Page): Locator => page.locator("tbody").getByRole("row");

/** Ticks the row of a shop; its box is drawn by its label, the input itself is hidden. */
async function tick(page: Page, place: string): Promise<void> {
  const row = rows(page).filter({ hasText: place });
  await row.locator("label").first().click();
  await expect(row).toHaveAttribute("aria-selected", "true");
}

test("two ticked codes get a campaign in one act", async ({ page, desk, signInAs }) => {
  await signInAs("operator");
  await openList(page, desk);
  await tick(page, "徐汇");
  await tick(page, "西湖");
  await expect(page.getByText("2 selected", { exact: true })).toBeVisible();

  await page.keyboard.press("g");
  const dialog = page.getByRole("dialog", { name: "Set the campaign of 2 codes" });
  await dialog.getByRole("button", { name: /Campaign/ }).click();
  await page.getByRole("option", { name: CAMPAIGN }).click();
  await dialog.getByRole("button", { name: "Apply" }).click();

  await expect(page.getByText("2 codes updated.")).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(rows(page).filter({ hasText: CAMPAIGN })).toHaveCount(2);
  await expect(rows(page).filter({ hasText: "静安" })).not.toContainText(CAMPAIGN);
  await expect(page.getByText("2 selected", { exact: true })).toBeVisible();
});

test("tags are added to and taken off the ticked codes", async ({ page, desk, signInAs }) => {
  await signInAs("operator");
  await openList(page, desk);
  await tick(page, "静安");
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Edit the tags of 1 code" });
  await dialog.getByRole("textbox", { name: /Tags/ }).fill("静安区");
  await dialog.getByRole("textbox", { name: /Tags/ }).press("Enter");
  await dialog.getByRole("row", { name: "门店" }).click();
  await dialog.getByRole("button", { name: "Apply" }).click();
  const row = rows(page).filter({ hasText: "静安店" });
  await expect(row).toContainText("静安区");
  await expect(row).not.toContainText("门店");
});

test("Esc clears the ticks, and so does another question", async ({ page, desk, signInAs }) => {
  await signInAs("operator");
  await openList(page, desk);
  await tick(page, "徐汇");
  await page.keyboard.press("Escape");
  await expect(page.getByText("1 selected", { exact: true })).toBeHidden();
  await tick(page, "徐汇");
  await page.getByRole("searchbox").fill("徐汇");
  await expect(page).toHaveURL(/search=%E5%BE%90%E6%B1%87/);
  await expect(page.getByText("1 selected", { exact: true })).toBeHidden();
});

test("the list is exported as a table with its Chinese labels", async ({
  page,
  desk,
  signInAs,
}) => {
  await signInAs("marketing");
  await openList(page, desk);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^codes \d{4}-\d{2}-\d{2}\.csv$/);
  const [head, ...lines] = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(head).toMatch(/^\uFEFFLabel,Serial,Mini program,/);
  expect(lines).toHaveLength(3);
  expect(lines.join("\n")).toContain(`徐汇店桌贴 ${MARK}`);
});

test("marketing may copy ticked codes but not change them", async ({ page, desk, signInAs }) => {
  await signInAs("marketing");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openList(page, desk);
  await tick(page, "徐汇");
  const bar = page.getByRole("toolbar", { name: "What to do with the selected codes" });
  await expect(bar.getByRole("link", { name: "Download picture" })).toBeVisible();
  await expect(bar.getByRole("button", { name: "Set campaign" })).toHaveCount(0);
  await expect(bar.getByRole("button", { name: "Edit tags" })).toHaveCount(0);
  await page.keyboard.press("g");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await bar.getByRole("button", { name: "Copy as table" }).click();
  await expect(page.getByText("1 row copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")[0]).toBe("Label\tSerial\tKind\tPage or path\tScene\tStatus\tAddress");
  expect(copied).toMatch(new RegExp(`徐汇店桌贴 ${MARK}\\t[A-Z0-9]{3}-\\d{4}\\tB `));
});
