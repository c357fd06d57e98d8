import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
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

test("throws a disabled person out with their next step", async ({ page, signInAs, desk }) => {
  const { email } = await signInAs("operator");
  await page.goto("/codes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Codes");
  await desk.runtime.db.user.update({ where: { email }, data: { disabledAt: new Date() } });
  await page.goto("/codes");
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.request.get(`/api/codes/${randomUUID()}/picture`)).status()).toBe(401);
});

test("keeps its cookies from scripts and from other sites", async ({ signInAs, context }) => {
  await signInAs("marketing");
  const cookies = await context.cookies();
  for (const name of ["next-auth.session-token", "next-auth.csrf-token", "mintdesk-device"]) {
    expect(cookies.find((cookie) => cookie.name === name)).toMatchObject({
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
    });
  }
});

/** Mail and password as the form sends them. */
async function post(request: APIRequestContext, email: string, password: string) {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const form = { email, password, csrfToken, json: "true" };
  return request.post("/api/auth/callback/credentials", { form });
}

test("tells who guesses how long to wait", async ({ request, desk }) => {
  const { email } = await desk.addPerson("operator");
  for (let count = 0; count < 5; count += 1) {
    expect((await post(request, email, "guess")).status()).toBe(401);
  }
  const answer = await post(request, email, "guess");
  expect(answer.status()).toBe(429);
  const seconds = Number(answer.headers()["retry-after"]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

test("closes what of the library's addresses nobody needs", async ({ request }) => {
  for (const address of ["session", "signout", "verify-request", "callback/credentials"]) {
    expect((await request.get(`/api/auth/${address}`)).status(), address).toBe(404);
  }
  for (const address of ["session", "_log", "callback/oidc"]) {
    expect((await request.post(`/api/auth/${address}`)).status(), address).toBe(404);
  }
});

/** Over the provider's own form, where any password is right. */
async function comeByProvider(page: Page, login: string, button = "Continue with Company account") {
  await page.getByRole("button", { name: button }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
}

test("lets in whom the company's identity provider vouches for, where they wanted to go", async ({
  page,
  desk,
}) => {
  const name = `chen-${randomUUID().slice(0, 8)}`;
  await page.goto("/sign-in?next=/codes");
  await comeByProvider(page, `desk-ops.${name}`);
  await expect(page).toHaveURL(/\/codes$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Codes");
  const user = await desk.runtime.db.user.findUniqueOrThrow({
    where: { email: `${name}@example.com` },
  });
  expect(user).toMatchObject({ role: "operator", passwordHash: null });
});

test("says why it does not let in whom the provider gives no role, in Chinese on a phone", async ({
  browser,
}) => {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await comeByProvider(page, `none.${randomUUID().slice(0, 8)}`, "通过 Company account 继续");
  await expect(page.getByRole("alert").first()).toContainText("你的公司账号在这里没有角色");
  await page.goto("/codes");
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
});

test("says so when the provider's answer is none of ours", async ({ page }) => {
  await page.goto("/api/auth/callback/oidc?code=stolen&state=of-another");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("alert").first()).toContainText("did not confirm the sign-in");
});
