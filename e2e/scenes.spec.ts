import type { Page } from "@playwright/test";
import type { Runtime } from "@/lib/runtime";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { addSandboxMiniProgram, chooseMiniProgram, hex } from "./sandbox-mini-program";
import { waitUntilAlive } from "./wait-until-alive";

interface MintedScene {
  id: string;
  value: string;
  label: string;
  serial: string;
  miniProgramId: string;
}

/** A code with a payload, in a mini program of its own. */
async function mintScene(
  desk: Parameters<typeof addSandboxMiniProgram>[0] & { runtime: Runtime },
): Promise<MintedScene> {
  const { id: miniProgramId } = await addSandboxMiniProgram(desk);
  const label = `朝阳门店 3 号桌 ${hex(2)}`;
  const code = await mintedCode(desk.runtime, miniProgramId, {
    label,
    carries: { as: "payload", payload: { shop: "朝阳", table: 3 } },
  });
  const { id, value } = await desk.runtime.db.scene.findFirstOrThrow({ where: { miniProgramId } });
  return { id, value, label, serial: code.serial, miniProgramId };
}

const leadsTo = (page: Page) => page.getByLabel("Payload", { exact: true }).first();
const version = (page: Page, number: number) =>
  page.getByRole("article", { name: `Version ${number}`, exact: true });
const editor = (page: Page) => page.getByRole("textbox", { name: "Payload" });

/** Date and time in Beijing so many days ahead, as the browser's field takes it. */
function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);
}

async function openChange(page: Page): Promise<void> {
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByRole("form", { name: "Change where it leads" })).toBeVisible();
}

test("a scene is found by value, serial and payload, and its code leads to it", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("marketing");
  const scene = await mintScene(desk);
  await chooseMiniProgram(page, scene.miniProgramId);
  await page.goto("/scenes");
  const link = page.getByRole("link", { name: scene.value }).filter({ visible: true });
  await expect(link).toBeVisible();
  for (const search of [
    scene.value.slice(0, 5),
    scene.serial.toLowerCase().replace("-", " "),
    "朝阳",
  ]) {
    await page.goto(`/scenes?search=${encodeURIComponent(search)}`);
    await expect(link).toBeVisible();
  }
  await page.goto("/scenes?search=zzz-nothing");
  await expect(page.getByText("No scene meets this")).toBeVisible();
  await page.goto("/scenes?state=retired");
  await expect(page.getByText("No scene meets this")).toBeVisible();

  await page.goto("/codes");
  await waitUntilAlive(page);
  await page.getByRole("link", { name: scene.label }).filter({ visible: true }).first().click();
  await page.getByRole("link", { name: /^See its scene/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(scene.value);
  // Who may only look sees all of it and can change none of it.
  await expect(page.getByRole("button", { name: "Change", exact: true })).toBeHidden();
  await expect(page.getByRole("button", { name: "Retire…" })).toBeHidden();
});

test("a payload is changed at once, and one click brings the old one back", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const scene = await mintScene(desk);
  await page.goto(`/scenes/${scene.id}`);
  await openChange(page);

  // The line at fault is named while it is written, and nothing is sent.
  await editor(page).fill('{\n  "shop": "朝阳",\n  "table" 4\n}');
  await expect(page.getByText(/No JSON from line 3, character 11/)).toBeVisible();
  await page.getByRole("button", { name: "Put in force now" }).click();
  await expect(page.getByText("1 thing needs another look")).toBeVisible();

  await editor(page).fill('{"shop": "朝阳", "table": 4}');
  const difference = page.getByRole("region", { name: "What it changes" });
  await expect(difference.getByRole("row", { name: "table 3 4" })).toBeVisible();
  await expect(difference.getByRole("row")).toHaveCount(2);
  await page.getByLabel("Why").fill("换桌");

  // A reload loses nothing that was typed.
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(editor(page)).toHaveValue('{"shop": "朝阳", "table": 4}');
  await expect(page.getByLabel("Why")).toHaveValue("换桌");
  await page.getByRole("button", { name: "Put in force now" }).click();
  await expect(leadsTo(page)).toContainText('"table": 4');
  await expect(version(page, 2).getByText("In force", { exact: true })).toBeVisible();
  await expect(version(page, 2).getByText("换桌")).toBeVisible();

  await page.getByRole("button", { name: "Bring version 1 back" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row", { name: "table 4 3" })).toBeVisible();
  await dialog.getByRole("button", { name: "Bring back now" }).click();
  await expect(leadsTo(page)).toContainText('"table": 3');
  await expect(version(page, 3).getByText("brings version 1 back")).toBeVisible();
});

test("a change is planned, seen ahead, and cancelled", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  const scene = await mintScene(desk);
  await page.goto(`/scenes/${scene.id}`);
  await openChange(page);
  await editor(page).fill('{"shop": "望京"}');
  await page.getByText("At a time", { exact: true }).click();
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByText(/Enter a date and a time/).first()).toBeVisible();
  const moment = page.getByLabel("Date and time (Beijing)");
  await moment.fill(daysAhead(-1));
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByText(/That moment has passed/)).toBeVisible();
  await moment.fill(daysAhead(3));
  await page.getByRole("button", { name: "Plan it" }).click();

  await expect(version(page, 2).getByText("Planned", { exact: true })).toBeVisible();
  await expect(page.getByText("Change ahead", { exact: true })).toBeVisible();
  await expect(leadsTo(page)).toContainText('"table": 3');

  await page.getByRole("button", { name: "Cancel version 2" }).click();
  await page.getByRole("button", { name: "Cancel this change" }).click();
  await expect(version(page, 2).getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(page.getByText("In use", { exact: true })).toBeVisible();
});

test("two people at once: the second is told, and keeps what they typed", async ({
  page,
  signInAs,
  desk,
  browser,
}) => {
  await signInAs("operator");
  const scene = await mintScene(desk);
  await page.goto(`/scenes/${scene.id}`);
  await openChange(page);
  await editor(page).fill('{"table": 5}');

  const other = await (
    await browser.newContext({ storageState: await page.context().storageState() })
  ).newPage();
  await other.goto(page.url());
  await other.evaluate(() => localStorage.clear());
  await other.reload();
  await openChange(other);
  await editor(other).fill('{"table": 6}');
  await other.getByRole("button", { name: "Put in force now" }).click();
  await expect(version(other, 2)).toBeVisible();

  await page.getByRole("button", { name: "Put in force now" }).click();
  await expect(page.getByText(/has changed this scene meanwhile/)).toBeVisible();
  await expect(editor(page)).toHaveValue('{"table": 5}');
  await expect(version(page, 2)).toBeVisible();
  await page.getByRole("button", { name: "Put in force now" }).click();
  await expect(leadsTo(page)).toContainText('"table": 5');
  await other.context().close();
});

test("a scene is retired with a fallback, and put back into use", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const scene = await mintScene(desk);
  await page.goto(`/scenes/${scene.id}`);
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "Retire…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Retire", exact: true }).click();
  await expect(dialog.getByText("Choose why it is retired.")).toBeVisible();
  await dialog.getByText("Misprint", { exact: true }).click();
  await dialog.getByLabel("Note").fill("第二批印错");
  await dialog.getByRole("textbox", { name: "Fallback page" }).fill("pages/moved/index");
  await dialog.getByRole("button", { name: "Retire", exact: true }).click();

  await expect(page.getByText(/^Retired since/)).toBeVisible();
  await expect(page.getByText(/Scans lead to pages\/moved\/index/)).toBeVisible();
  const stored = await desk.runtime.db.scene.findUniqueOrThrow({ where: { id: scene.id } });
  expect(stored).toMatchObject({ retiredWhy: "misprint", fallbackPage: "pages/moved/index" });

  await page.getByRole("button", { name: "Put back into use" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put back into use" }).click();
  await expect(page.getByText("In use", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Retired since/)).toBeHidden();
});
