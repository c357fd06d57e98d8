import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { openRecords } from "@/lib/audit/proof/open-records";
import { verifyExport } from "@/lib/audit/proof/verify-export";
import type { Runtime } from "@/lib/runtime";
import { changeScene } from "@/lib/scenes/change-scene";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import type { Person } from "./fixtures";
import { mintedCode } from "./minted-code";
import { addSandboxMiniProgram } from "./sandbox-mini-program";
import { signedInPhone } from "./signed-in-phone";
import { waitUntilAlive } from "./wait-until-alive";

type Desk = Parameters<typeof addSandboxMiniProgram>[0] & { runtime: Runtime };

interface ChangedScene {
  id: string;
  value: string;
  /** Of the change, in no other entry. */
  reason: string;
  sentence: string;
}

/** A scene that this person pointed to another page. */
async function changedScene(desk: Desk, { email }: Person): Promise<ChangedScene> {
  const { db } = desk.runtime;
  const { id: miniProgramId } = await addSandboxMiniProgram(desk);
  await mintedCode(desk.runtime, miniProgramId, {
    label: "门口立牌",
    carries: { as: "payload", payload: { shop: "朝阳" } },
  });
  const { id, value } = await db.scene.findFirstOrThrow({ where: { miniProgramId } });
  const user = await db.user.findUniqueOrThrow({ where: { email } });
  const actor = { kind: "user", id: user.id, name: user.name, role: user.role } as const;
  const reason = `春节换页 ${randomUUID().slice(0, 8)}`;
  await changeScene(
    { ...jobContext(desk.runtime, "e2e"), actor },
    {
      sceneId: id,
      latestVersion: 1,
      page: "pages/spring/index",
      payload: { shop: "朝阳" },
      at: null,
      why: reason,
    },
  );
  const sentence = `${user.name} pointed the scene “${value}” to pages/spring/index (before: pages/index/index), because: ${reason}`;
  return { id, value, reason, sentence };
}

const entry = (page: Page, sentence: string) => page.getByRole("button", { name: sentence });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search the log" });

test("from an object to its log, into an entry, and back to the object", async ({
  page,
  signInAs,
  desk,
}) => {
  const scene = await changedScene(desk, await signInAs("operator"));
  await page.goto(`/scenes/${scene.id}`);
  await page.getByRole("link", { name: "See its log" }).click();
  await expect(page).toHaveURL(new RegExp(`target=scene.*${scene.id}`));
  await expect(page.getByText(`Object: ${scene.value}`).first()).toBeVisible();
  await expect(page.getByText("1 entry", { exact: true })).toBeVisible();

  await entry(page, scene.sentence).click();
  const changes = page.getByRole("table").filter({ hasText: "pages/index/index" });
  await expect(changes.getByRole("cell", { name: "pages/spring/index" })).toBeVisible();
  await expect(page.getByRole("link", { name: scene.value })).toHaveAttribute(
    "href",
    `/scenes/${scene.id}`,
  );
  await expect(page.getByRole("button", { name: "Copy Address of this entry" })).toBeVisible();

  const { seq } = await desk.runtime.db.auditEntry.findFirstOrThrow({
    where: { targetId: scene.id, action: "scene.changed" },
  });
  await page.goto(`/audit?entry=${seq}`);
  await expect(page.getByRole("heading", { name: `Entry ${seq}` })).toBeVisible();
  await expect(page.getByText(scene.sentence).first()).toBeVisible();
  await page.goto("/audit?entry=999999999");
  await expect(page.getByText("There is no entry with this number.")).toBeVisible();
});

test("the log is searched, narrowed by filters and by a bar, and set free again", async ({
  page,
  signInAs,
  desk,
}) => {
  const scene = await changedScene(
    desk,
    await signInAs("marketing").then(() => desk.addPerson("operator")),
  );
  await page.goto("/audit");
  await waitUntilAlive(page);
  await search(page).fill(scene.reason);
  await expect(entry(page, scene.sentence)).toBeVisible();
  await expect(page.getByText("1 entry", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: /Kind of action/ }).click();
  await page.getByRole("option", { name: "Packs" }).click();
  // Until its list is gone, Escape is for that and leaves the filters open.
  await expect(page.getByRole("option", { name: "Packs" })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.getByText("No entry matches")).toBeVisible();
  await page.getByRole("button", { name: "Remove filter Kind of action: Packs" }).click();
  await expect(entry(page, scene.sentence)).toBeVisible();

  const chart = page.getByRole("slider", { name: /choose an? (hour|day)/ });
  await chart.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
  await expect(page.getByText(/^From: \d{4}/).first()).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(page).toHaveURL(/\/audit$/);
  await expect(search(page)).toHaveValue("");
});

test("what is narrowed leaves as a table and as a file that proves itself, and that is logged", async ({
  page,
  signInAs,
  desk,
}) => {
  const person = await signInAs("operator");
  const scene = await changedScene(desk, person);
  await page.goto(`/audit?target=scene:${scene.id}`);
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
  const csv = readFileSync(await file.path(), "utf8");
  expect(csv).toContain(scene.sentence);
  expect(csv).toMatch(/Newest checkpoint: entry \d+|No checkpoint has been signed yet/);

  await page.goto("/audit?kind=log");
  await expect(
    entry(page, `${person.name} exported 1 entry of the log as CSV`).first(),
  ).toBeVisible();

  await page.goto("/audit");
  const proving = page.waitForEvent("download");
  await page.getByRole("link", { name: "For checking" }).click();
  const path = await (await proving).path();
  const verdict = await verifyExport(() => openRecords(path));
  expect(verdict).toMatchObject({ isIntact: true, gapCount: 0, fault: null });
});

test("the log verifies, and says what it was compared with", async ({ page, signInAs }) => {
  await signInAs("admin");
  await page.goto("/audit");
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "Verify" }).click();
  const dialog = page.getByRole("dialog", { name: "Verification" });
  await expect(dialog.getByText("The log is intact")).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText("Checkpoints compared")).toBeVisible();
});

test("on a phone and in Chinese the log is whole sentences, and nothing is wider than the screen", async ({
  browser,
  desk,
}) => {
  const person = await desk.addPerson("operator");
  const scene = await changedScene(desk, person);
  const page = await signedInPhone(browser, person);
  await page.goto(`/audit?target=scene:${scene.id}`);
  const sentence = `${person.name} 把场景「${scene.value}」指向 pages/spring/index（原来是 pages/index/index），理由：${scene.reason}`;
  await page.getByRole("button", { name: sentence }).click();
  await expect(page.getByText("来源地址")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: /^筛选/ }).click();
  await expect(page.getByRole("dialog", { name: "筛选" })).toBeVisible();
  await page.context().close();
});
