import { expect, fillSignIn, test } from "./fixtures";
import { signedInPhone } from "./signed-in-phone";

test("the profile speaks to its owner in another browser too", async ({
  page,
  signInAs,
  browser,
}) => {
  const person = await signInAs("operator");
  await page.goto("/account");
  await page.getByLabel("Name", { exact: true }).fill("陈大伟");
  await page
    .getByRole("button", { name: /Language/ })
    .last()
    .click();
  await page.getByRole("option", { name: "简体中文" }).click();
  await page.getByRole("button", { name: /Time zone/ }).click();
  await page.getByRole("searchbox", { name: "City, region or offset" }).fill("Berlin");
  await page.getByRole("option", { name: /Europe\/Berlin/ }).click();
  await page
    .getByRole("button", { name: /Appearance/ })
    .last()
    .click();
  await page.getByRole("option", { name: "Dark" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("我的账号");
  await expect(page.locator("html")).toHaveClass(/dark/);

  const other = await browser.newPage({ locale: "en-US", colorScheme: "light" });
  await other.goto("/sign-in");
  await fillSignIn(other, person);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("概览");
  await expect(other.locator("html")).toHaveClass(/dark/);
  await expect(other.getByRole("button", { name: /陈大伟/ })).toBeVisible();
  await other.goto("/account");
  await expect(other.getByRole("button", { name: /时区/ })).toContainText("Europe/Berlin");
  await other.close();
});

test("a new password that many use is refused with the reason", async ({ page, signInAs }) => {
  const { password } = await signInAs("operator");
  await page.goto("/account");
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password", { exact: true }).fill("qwertyuiop");
  await expect(page.getByText("Guessed at once.")).toBeVisible();
  await page.getByLabel("New password once more").fill("qwertyuiop");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page).toHaveURL(/\/account/);
});

test("other sessions are told apart, and end one by one or all at once", async ({
  page,
  signInAs,
  browser,
}) => {
  const person = await signInAs("marketing");
  const phone = await browser.newPage({
    locale: "en-US",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
  });
  const other = await browser.newPage({ locale: "en-US" });
  for (const theirs of [phone, other]) {
    await theirs.goto("/sign-in");
    await fillSignIn(theirs, person);
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Overview");
  }

  await page.goto("/account");
  const sessions = page.getByRole("list", { name: "Where you are signed in" });
  await expect(sessions.getByRole("listitem")).toHaveCount(3);
  await expect(
    sessions.getByRole("listitem").filter({ hasText: "This browser" }).getByRole("button"),
  ).toHaveCount(0);
  await sessions
    .getByRole("listitem")
    .filter({ hasText: "iOS 18.1" })
    .getByRole("button", { name: /End/ })
    .click();
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await phone.goto("/codes");
  await expect(phone).toHaveURL(/\/sign-in/);

  await page.getByRole("button", { name: "End all others (1)" }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await other.goto("/codes");
  await expect(other).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My account");
  await Promise.all([phone.close(), other.close()]);
});

test("an API key downloads what its scopes say, opens no page, and is dead once revoked", async ({
  page,
  signInAs,
  playwright,
  baseURL,
}) => {
  await signInAs("operator");
  await page.goto("/account");
  await page.getByRole("button", { name: "New API key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Nightly export");
  await dialog.getByRole("button", { name: "Make the key" }).click();
  await expect(dialog.getByText("Choose at least one thing the key may do.")).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Read codes" }).click({ force: true });
  await dialog.getByRole("button", { name: "Make the key" }).click();
  const key = (await dialog.getByLabel("API key", { exact: true }).innerText()).trim();
  expect(key).toMatch(/^mk_[\w-]{43}$/);
  await expect(dialog.getByLabel("Try it", { exact: true })).toContainText(`Bearer ${key}`);
  await dialog.getByRole("button", { name: "I have it" }).click();
  await expect(page.getByText(key)).toHaveCount(0);

  const program = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `Bearer ${key}` },
  });
  const file = await program.get("/api/codes/export?format=csv");
  expect(file.status()).toBe(200);
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect((await program.post("/api/batches", { data: {} })).status()).not.toBe(200);
  const screen = await program.get("/codes", { maxRedirects: 0 });
  expect(screen.headers().location ?? "").toContain("/sign-in");

  await page.reload();
  await expect(page.getByText("Last used")).toBeVisible();
  await page.getByRole("button", { name: "Revoke Nightly export" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  expect((await program.get("/api/codes/export?format=csv")).status()).toBe(401);
  await program.dispose();
});

test("on a phone and in Chinese nothing is wider than the screen", async ({ browser, desk }) => {
  const person = await desk.addPerson("marketing");
  const page = await signedInPhone(browser, person);
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("我的账号");
  await expect(page.getByText("当前浏览器")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "新建 API 密钥" }).click();
  await page.getByRole("button", { name: "生成密钥" }).click();
  await expect(page.getByRole("dialog").getByText("请至少勾选一项权限。")).toBeVisible();
  await page.context().close();
});
