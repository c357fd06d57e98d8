import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addSandboxMiniProgram } from "./sandbox-mini-program";
import { tick } from "./tick";

// Another journey runs beside this one: nothing here touches its faults or its mini program.
test.afterEach(async ({ desk }) => {
  await desk.sandbox("PATCH", "/clock", { offsetMs: 0 });
  await desk.sandbox("PATCH", "/settings", { latency: {} });
});

/** Picks an option of a closed list by its label. */
async function choose(page: Page, within: Page | Locator, label: string, option: string) {
  await within.getByRole("button", { name: new RegExp(label) }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function mintA(page: Page, miniProgramId: string, label: string): Promise<void> {
  const url = new URL(page.url()).origin;
  await page.context().addCookies([{ name: "mintdesk-mini-program", value: miniProgramId, url }]);
  await page.goto("/codes/new");
  const clear = page.getByRole("button", { name: "Clear and start over" });
  if (await clear.isVisible()) await clear.click();
  await page.getByLabel("Label").fill(label);
  await page.getByRole("button", { name: /B does not fit/ }).click();
  const dialog = page.getByRole("dialog");
  await tick(dialog.getByRole("radio", { name: /^A:/ }));
  await dialog.getByRole("textbox").fill("沙箱演练");
  await dialog.getByRole("button", { name: "Use it anyway" }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByLabel("Path, with its query")
    .fill(`pages/index/index?drill=${randomUUID().slice(0, 8)}`);
  await expect(page.getByText(/A: uses 1 of the/)).toBeVisible();
  await page.getByRole("button", { name: "Mint", exact: true }).click();
}

test("an operator makes the next A calls answer 45009, sees it in the log, and ends it", async ({
  page,
  signInAs,
  desk,
}) => {
  // 45009 pauses the mini program until tomorrow, so this journey has one of its own.
  const own = await addSandboxMiniProgram(desk);
  await signInAs("operator");
  await page.getByRole("link", { name: "Sandbox" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sandbox");
  await expect(page.getByText("Nothing here ever reaches WeChat")).toBeVisible();

  await page.getByRole("button", { name: "Add a fault" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, dialog, "Endpoint", "Make an A code");
  await choose(page, dialog, "Mini program", `${own.name} · ${own.appid}`);
  await dialog.getByRole("textbox", { name: "Errcode" }).fill("0");
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByText(/a whole number other than 0/).first()).toBeVisible();
  await dialog.getByRole("button", { name: "45009", exact: true }).click();
  await expect(dialog.getByText(/It means:/)).toBeVisible();
  // More than one, so that the rule still stands after the mint.
  await dialog.getByRole("textbox", { name: "How many calls" }).fill("9");
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog).toBeHidden();
  const rule = page
    .getByRole("list", { name: "Faults" })
    .getByRole("listitem")
    .filter({ hasText: own.name });
  await expect(rule).toContainText("Answer an errcode: 45009");
  await expect(rule).toContainText("seen 0, hit 0");

  await mintA(page, own.id, "沙箱演练");
  await expect
    .poll(() => desk.sandbox("GET", "/faults"))
    .toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ appid: own.appid, hits: 1 })]),
    });

  await page.goto("/sandbox");
  const calls = page.getByRole("table", { name: "Calls" });
  const row = calls
    .getByRole("row", { name: /Make an A code/ })
    .filter({ hasText: own.appid })
    .first();
  await expect(row).toContainText("45009");
  await expect(row).toContainText("Answer an errcode");
  await row.getByRole("button", { name: /^Body of call/ }).click();
  await expect(calls.getByRole("region", { name: /What was sent/ })).toContainText("drill=");
  await expect(rule).toContainText("seen 1, hit 1");

  await page.getByRole("switch", { name: "Only errors" }).click({ force: true });
  await expect(row).toContainText("45009");
  await rule.getByRole("button", { name: /^Remove: Answer an errcode: 45009/ }).click();
  await expect(rule).toHaveCount(0);
});

test("the log grows by itself, and can be held", async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  await page.goto("/sandbox");
  const calls = page.getByRole("table", { name: "Calls" });
  const appid = `wx${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const call = () => fetch(`${desk.runtime.env.sandboxUrl}/cgi-bin/token?appid=${appid}&secret=x`);
  await call();
  const rows = calls.getByRole("row").filter({ hasText: appid });
  await expect(rows).toHaveCount(1);
  const hold = page.getByRole("switch", { name: "Hold still" });
  await hold.click({ force: true });
  await expect(hold).toBeChecked();
  await call();
  await page.waitForTimeout(3_000);
  expect(await rows.count()).toBe(1);
  await hold.click({ force: true });
  await expect(rows).toHaveCount(2);
});

test("an operator moves the clock a day ahead, sets a wait, and takes both back", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  await page.goto("/sandbox");
  await expect(page.getByText("The sandbox is at the present")).toBeVisible();
  await page.getByRole("button", { name: "1 day on" }).click();
  await expect(page.getByText("The sandbox is 1 day ahead")).toBeVisible();
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(page.getByText("The sandbox is at the present")).toBeVisible();

  await page.getByRole("textbox", { name: "Median (milliseconds)" }).fill("20");
  await page.getByRole("button", { name: "Set it" }).click();
  await expect(page.getByText("median 20 ms, spread 0.5, at most 3 s")).toBeVisible();
  await page.getByRole("button", { name: "Remove the wait: Every endpoint" }).click();
  await expect(page.getByText("No wait: it answers at once.")).toBeVisible();
});

test("an account's counts are changed in a dialog that says what is wrong", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const appid = `wx${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await desk.sandbox("POST", "/accounts", { appid, secret: "x".repeat(32) });
  await page.goto("/sandbox");
  // Until the accounts are there, nobody knows whether some are folded away.
  await expect(page.getByRole("button", { name: /^Change / }).first()).toBeVisible();
  const more = page.getByRole("button", { name: /^Show all/ });
  if (await more.isVisible()) await more.click();
  await page.getByRole("button", { name: `Change ${appid}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Limit" }).fill("10");
  await dialog.getByRole("textbox", { name: "Used" }).fill("11");
  await dialog.getByRole("textbox", { name: /Released pages/ }).fill("pages/index/index");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/More cannot be used than the limit allows/).first()).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: /Released pages/ })).toHaveValue(
    "pages/index/index",
  );
  await dialog.getByRole("textbox", { name: "Used" }).fill("10");
  // The number is taken over when the field is left; the error goes and the button moves up.
  await page.keyboard.press("Tab");
  await expect(dialog.getByText(/More cannot be used/)).toHaveCount(0);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Lifetime quota: 10 of 10 used")).toBeVisible();
});

test("marketing has no link to it and gets not-found", async ({ page, signInAs }) => {
  await signInAs("marketing");
  await expect(page.getByRole("link", { name: "Sandbox" })).toHaveCount(0);
  await page.goto("/sandbox");
  await expect(page.getByText("There is no such page")).toBeVisible();
  const state = await page.request.get("/api/sandbox/state");
  expect(state.status()).toBe(403);
});

test("a stranger gets neither log nor state", async ({ request }) => {
  expect((await request.get("/api/sandbox/requests")).status()).toBe(401);
  expect((await request.get("/api/sandbox/state")).status()).toBe(401);
});
