import { expect, fillSignIn, test } from "./fixtures";

test("leads a stranger to sign in and back to the page they wanted", async ({ page, desk }) => {
  const person = await desk.addPerson("operator");
  await page.goto("/codes?search=桌号");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillSignIn(page, person);
  await expect(page).toHaveURL(/\/codes\?search=/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Codes");
});

test("says one neutral sentence for a wrong password and keeps the mail", async ({
  page,
  desk,
}) => {
  const { email } = await desk.addPerson("operator");
  await page.goto("/sign-in");
  await fillSignIn(page, { email, name: "", password: "not the password" });
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("does not follow a next address to another site", async ({ page, desk }) => {
  const person = await desk.addPerson("operator");
  await page.goto("/sign-in?next=//example.com/steal");
  await fillSignIn(page, person);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
});

test("signs out, and the session is dead for whoever kept the cookie", async ({
  page,
  signInAs,
  context,
}) => {
  await signInAs("operator");
  const cookies = await context.cookies();
  await page.getByRole("button", { name: /Account menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.addCookies(cookies);
  await page.goto("/codes");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("ends every session when the password changes", async ({ page, signInAs, browser }) => {
  const person = await signInAs("operator");
  const other = await browser.newPage();
  await other.goto("/sign-in");
  await fillSignIn(other, person);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Overview");

  await page.goto("/account");
  await page.getByLabel("Current password").fill(person.password);
  await page.getByLabel("New password", { exact: true }).fill("a new and longer password");
  await page.getByLabel("New password once more").fill("a new and longer password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await other.goto("/codes");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();
});

test("speaks the browser's language, switches, and remembers", async ({ browser, desk }) => {
  const person = await desk.addPerson("operator");
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  await page.getByRole("button", { name: /语言|Language/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.reload();
  await fillSignIn(page, person);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await context.close();
});
