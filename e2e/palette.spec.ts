import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";

async function openPalette(page: Page): Promise<{ palette: Locator; field: Locator }> {
  // The hint is blank until the page is awake, and so are its keys.
  await expect(page.getByText("Ctrl K", { exact: true })).toBeVisible();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search and actions" });
  const field = palette.getByRole("searchbox", { name: "Search codes, screens and actions" });
  await expect(field).toBeFocused();
  return { palette, field };
}

test("Ctrl-K goes to a screen by its name", async ({ page, signInAs }) => {
  await signInAs("admin");
  const { palette } = await openPalette(page);
  await page.keyboard.type("audit");
  await expect(palette.getByRole("option")).toHaveText(["Audit log"]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/audit$/);
  await expect(palette).toBeHidden();
});

test("finds a code by its label, a trial one too, and opens its page", async ({
  page,
  signInAs,
  desk,
}) => {
  const label = `外滩快闪 ${randomUUID().slice(0, 8)}`;
  const { id: miniProgramId } = await desk.runtime.db.miniProgram.findFirstOrThrow({
    where: { isSandbox: true },
  });
  const code = await mintedCode(desk.runtime, miniProgramId, {
    label,
    envVersion: "trial",
    page: "pages/shop/index",
    carries: { as: "scene", scene: `p=${randomUUID().slice(0, 8)}` },
  });

  await signInAs("marketing");
  const { palette } = await openPalette(page);
  await page.keyboard.type(label);
  const option = palette.getByRole("option", { name: label });
  await expect(option).toBeVisible();
  await expect(option.getByText("Trial")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/codes/${code.id}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(label);
});

test("Esc closes it and gives the focus back", async ({ page, signInAs }) => {
  await signInAs("admin");
  const button = page.getByRole("button", { name: "Search", exact: true });
  await button.focus();
  const { palette } = await openPalette(page);
  await page.keyboard.type("codes");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(button).toBeFocused();

  await button.press("Enter");
  await expect(palette).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(palette).toBeHidden();
  await expect(button).toBeFocused();
});

test("offers what the role may do, and the way on when nothing fits", async ({
  page,
  signInAs,
}) => {
  await signInAs("marketing");
  const { palette, field } = await openPalette(page);
  await expect(palette.getByRole("option", { name: "Codes", exact: true })).toBeVisible();
  await expect(palette.getByRole("option", { name: "Sign out" })).toBeVisible();
  await expect(palette.getByRole("option", { name: "New code" })).toHaveCount(0);
  await expect(palette.getByRole("option", { name: "Register a mini program" })).toHaveCount(0);

  await field.fill("zzzz & 没有");
  await expect(palette.getByText("Nothing found for “zzzz & 没有”.")).toBeVisible();
  await palette.getByRole("option", { name: "Search all codes for “zzzz & 没有”" }).click();
  await page.waitForURL((url) => url.searchParams.get("search") === "zzzz & 没有");
  await expect(page.getByRole("searchbox", { name: "Search codes", exact: true })).toHaveValue(
    "zzzz & 没有",
  );
});

test("says when the codes cannot be searched, and tries again", async ({ page, signInAs }) => {
  await signInAs("admin");
  await page.route("**/api/codes/search?*", (route) => route.fulfill({ status: 500, json: {} }));
  const { palette, field } = await openPalette(page);
  await field.fill("zzzz");
  const refusal = palette.getByText(/The codes could not be searched/);
  await expect(refusal).toBeVisible();
  await page.unroute("**/api/codes/search?*");
  await palette.getByRole("button", { name: "Try again" }).click();
  await expect(palette.getByText("Nothing found for “zzzz”.")).toBeVisible();
});

test("Enter while an input method composes chooses nothing", async ({ page, signInAs }) => {
  await signInAs("admin");
  const { palette, field } = await openPalette(page);
  await page.keyboard.type("audit");
  await expect(palette.getByRole("option")).toHaveText(["Audit log"]);
  for (const detail of [{ isComposing: true }, { keyCode: 229 }]) {
    await field.dispatchEvent("keydown", { key: "Enter", bubbles: true, ...detail });
    await field.dispatchEvent("keyup", { key: "Enter", bubbles: true });
  }
  await expect(palette).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/audit$/);
});

test("has no serious finding", async ({ page, signInAs }) => {
  await signInAs("admin");
  const { palette, field } = await openPalette(page);
  for (const text of ["", "code", "zzzz"]) {
    await field.fill(text);
    await expect(palette.getByText("Searching the codes…")).toBeHidden();
    await expect(palette.getByRole("option").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .include("[role=dialog]")
      .exclude("[data-live-announcer]")
      .analyze();
    const serious = violations.filter(
      ({ impact }) => impact === "serious" || impact === "critical",
    );
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
