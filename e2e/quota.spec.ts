import { readFile } from "node:fs/promises";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { mintCode } from "@/lib/codes/mint-code";
import { changeLimit } from "@/lib/quota/change-limit";
import { setBudget } from "@/lib/quota/set-budget";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { limitedCode, mintLimited, mintPastUs, openAs } from "./limited-codes";
import { addSandboxMiniProgram, chooseMiniProgram, hex } from "./sandbox-mini-program";

test("a share is set, cannot be passed, and says whose it is and who can raise it", async ({
  page,
  browser,
  signInAs,
  desk,
}) => {
  const admin = await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  const campaign = `春节门店 ${hex(3)}`;
  const ctx = jobContext(desk.runtime, "e2e");
  const { id: campaignId } = await createCampaign(ctx, { name: campaign });
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/quota");
  await expect(page.getByText("No budgets yet")).toBeVisible();
  await page.getByRole("button", { name: "New share" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/Choose the campaign or the person/)).toBeVisible();
  await dialog.getByRole("button", { name: "Choose Campaign" }).click();
  await page.getByRole("option", { name: campaign }).click();
  await dialog.getByRole("textbox", { name: "Share, in codes" }).fill("1");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("0 of 1, 1 left")).toBeVisible();
  await mintCode(ctx, limitedCode(miniProgram.id, { campaignId }));

  const operator = await openAs(browser, desk, "operator", miniProgram);
  await mintLimited(operator, "超出配额", campaign);
  const refusal = operator.getByText(/has a share of 1, 0 of it are left/).first();
  await expect(refusal).toContainText(campaign);
  await expect(refusal).toContainText(admin.name);
  await expect(operator.getByLabel("Label")).toHaveValue("超出配额");

  await page.reload();
  await expect(page.getByText("1 of 1, 0 left")).toBeVisible();
  await page.getByRole("button", { name: `Change the share of ${campaign}` }).click();
  await dialog.getByRole("textbox", { name: "Share, in codes" }).fill("0");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/1 of it are already used/)).toBeVisible();
  await dialog.getByRole("textbox", { name: "Share, in codes" }).fill("2");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("1 of 2, 1 left")).toBeVisible();
  await operator.getByRole("button", { name: "Mint", exact: true }).click();
  await expect(operator.getByText("Minted: 超出配额")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: `Remove the share of ${campaign}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No budgets yet")).toBeVisible();
  await operator.context().close();
});

test("40 codes minted past us are a drift with a date, and booking closes it", async ({
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/quota");
  await expect(page.getByText("WeChat did not say").first()).toBeVisible();
  await mintPastUs(desk.runtime.env.sandboxUrl, miniProgram, 40);
  await mintLimited(page, "第四十一个");
  await expect(page.getByText("Minted: 第四十一个")).toBeVisible();

  await page.goto("/");
  await page.getByRole("link", { name: /WeChat counts 40 more than the ledger/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quota");
  await expect(page.getByText("WeChat counts 40 more than the ledger")).toBeVisible();
  await expect(page.getByText(/First seen on .*\d{4}/)).toBeVisible();
  await expect(page.getByText(/^At this pace, 1 a day .* lasts more than a century/)).toBeVisible();

  await page.getByRole("button", { name: "Book as external…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("1 → 41")).toBeVisible();
  await expect(dialog.getByText("99,999 → 99,959")).toBeVisible();
  await dialog.getByRole("button", { name: "Book it" }).click();
  await expect(dialog.getByText(/Give the reason|reason/i).first()).toBeVisible();
  await dialog.getByLabel("Reason").fill("商城系统自己铸的");
  await dialog.getByRole("button", { name: "Book it" }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("WeChat counts 40 more than the ledger")).toHaveCount(0);
  await expect(page.getByText("Agrees")).toBeVisible();
  await expect(page.getByText("商城系统自己铸的").first()).toBeVisible();

  const where = { miniProgramId: miniProgram.id };
  const counter = await desk.runtime.db.quotaCounter.findUniqueOrThrow({ where });
  expect(counter).toMatchObject({ spent: 41, external: 40, drift: 0, reserved: 0 });
  const booked = { ...where, kind: "external" } as const;
  expect(await desk.runtime.db.quotaEntry.count({ where: booked })).toBe(1);
});

test("a drift that changed meanwhile is not booked, and the new one is shown", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  const ctx = jobContext(desk.runtime, "e2e");
  const { sandboxUrl } = desk.runtime.env;
  await mintPastUs(sandboxUrl, miniProgram, 2);
  await mintCode(ctx, limitedCode(miniProgram.id));
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/quota");
  await page.getByRole("button", { name: "Book as external…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("另一个系统");
  await mintPastUs(sandboxUrl, miniProgram, 3);
  await mintCode(ctx, limitedCode(miniProgram.id));
  await dialog.getByRole("button", { name: "Book it" }).click();
  await expect(dialog.getByText(/the drift is no longer the one you saw/)).toBeVisible();
  await expect(dialog.getByText("+3", { exact: true })).toBeVisible();
  await expect(dialog.getByLabel("Reason")).toHaveValue("另一个系统");
  await dialog.getByRole("button", { name: "Book it" }).click();
  await expect(page.getByText("Agrees")).toBeVisible();
});

test("a changed limit stands in the ledger, in its file and in the audit log", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/quota/settings");
  await expect(page.getByText(/100,000 for life per AppID/)).toBeVisible();
  const limit = page.getByRole("textbox", { name: "Limit, in codes" });
  await limit.fill("80000");
  await page.getByRole("button", { name: "Change the limit" }).click();
  await expect(page.getByText("1 thing needs another look")).toBeVisible();
  await expect(limit).toHaveValue("80000");
  await page.getByLabel("Reason").first().fill("给另一个系统留两万个");
  await page.getByRole("button", { name: "Change the limit" }).click();
  await expect(page.getByText("The limit is changed.").first()).toBeVisible();

  await page.goto("/quota?kind=limit");
  const ledger = page.locator("#ledger");
  await expect(ledger.getByText("-20,000").first()).toBeVisible();
  await expect(ledger.getByText("给另一个系统留两万个").first()).toBeVisible();
  await expect(page.getByText("left of 80,000")).toBeVisible();
  const arriving = page.waitForEvent("download");
  await ledger.getByRole("link", { name: "Export CSV" }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/^Quota ledger \d{4}-\d{2}-\d{2}\.csv$/);
  const csv = await readFile(await file.path(), "utf8");
  expect(csv).toContain("-20000,0,0,80000,80000,给另一个系统留两万个");
  await page.goto("/quota?kind=spend");
  await expect(page.getByText("No line meets these filters")).toBeVisible();

  await page.goto("/audit?action=quota.limit_changed");
  await expect(
    page
      .getByText(`changed the lifetime limit of “${miniProgram.name}” from 100,000 to 80,000`)
      .first(),
  ).toBeVisible();
});

test("marketing reads the quota and is offered nothing that changes it", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("marketing");
  const miniProgram = await addSandboxMiniProgram(desk);
  const ctx = jobContext(desk.runtime, "e2e");
  const { id } = await createCampaign(ctx, { name: `秋季 ${hex(3)}` });
  await setBudget(ctx, {
    miniProgramId: miniProgram.id,
    holder: { kind: "campaign", id },
    share: 7,
  });
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/quota");
  await expect(page.getByText("0 of 7, 7 left")).toBeVisible();
  for (const name of ["New share", /^Change/, /^Remove/, /^Book/, /^Approve/, /^Settle/]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }
  await expect(page.getByRole("link", { name: "Quota settings" })).toHaveCount(0);
  await page.goto("/quota/settings");
  await expect(page).toHaveURL(/\/quota$/);
});

test("the charts tell their figures to the keyboard and as a table", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  const ctx = jobContext(desk.runtime, "e2e");
  await mintCode(ctx, limitedCode(miniProgram.id));
  await changeLimit(ctx, { miniProgramId: miniProgram.id, limit: 10, reason: "试用" });
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/quota");
  await expect(page.getByText(/^At this pace, 1 a day .* it is full on \w+ \d/)).toBeVisible();
  const slider = page.getByRole("slider", { name: /Calls per day/ });
  await expect(slider).toHaveAttribute("aria-valuetext", /A 1, C 0, B \(unlimited\) 0$/);
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", /A 0, C 0, B \(unlimited\) 0$/);
  await page.getByText("Show the figures of each day").last().click();
  await expect(page.getByRole("table", { name: /Calls per day/ }).getByRole("row")).toHaveCount(29);
});
