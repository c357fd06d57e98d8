import type { Page } from "@playwright/test";
import { asUser } from "@/lib/people/as-user";
import { beginSecondFactor } from "@/lib/people/begin-second-factor";
import { confirmSecondFactor } from "@/lib/people/confirm-second-factor";
import type { Runtime } from "@/lib/runtime";
import { authenticator } from "@/lib/testing/authenticator";
import { jobContext } from "@/lib/worker/job-context";
import { expect, fillSignIn, test } from "./fixtures";

const SIX_DIGITS = /^\d{6}$/;

/** Reads the key for typing, and answers as an app that was told it. */
async function readKey(page: Page) {
  const key = await page.locator("code").first().innerText();
  return authenticator(key);
}

/** Sets a second factor up for a person; gives their app and their recovery codes. */
async function guard(runtime: Runtime, email: string) {
  const user = await runtime.db.user.findUniqueOrThrow({ where: { email } });
  const ctx = asUser(jobContext(runtime, "e2e"), user);
  const { secretText } = await beginSecondFactor(ctx);
  const app = authenticator(secretText);
  const { recoveryCodes } = await confirmSecondFactor(ctx, { code: app.codeAt(new Date()) });
  return { app, recoveryCodes };
}

/** Signs out as the account menu does, and comes back to the form. */
async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Account menu|账号菜单/ }).click();
  await page.getByRole("menuitem", { name: /Sign out|退出登录/ }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

test("a second factor is set up with the app's first code and gives recovery codes", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  await page.goto("/account");
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByAltText("QR code for the authenticator app")).toBeVisible();
  const app = await readKey(page);
  await page.getByLabel("The code it shows").fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("This code is wrong").first()).toBeVisible();
  await page.getByLabel("The code it shows").fill(app.codeAt(new Date()));
  await page.getByRole("button", { name: "Turn on" }).click();
  const listed = await page.getByLabel("Recovery codes", { exact: true }).innerText();
  const codes = listed.split("\n").filter(Boolean);
  expect(codes).toHaveLength(10);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("mintdesk-recovery-codes.txt");
  await page.getByRole("button", { name: "I saved them" }).click();
  await expect(page.getByText("10 of 10 left")).toBeVisible();
});

test("a second factor is asked for at sign-in, and a recovery code stands in for it", async ({
  page,
  desk,
}) => {
  const person = await desk.addPerson("operator");
  const { app, recoveryCodes } = await guard(desk.runtime, person.email);
  await page.goto("/sign-in");
  await fillSignIn(page, person);
  const field = page.getByLabel("Code of your app");
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  await expect(field).toHaveAttribute("inputmode", "numeric");
  await expect(page.getByText(person.email)).toBeVisible();
  await field.fill("000000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").first()).toContainText("This code is wrong");
  const code = app.codeAround(new Date(), 1);
  expect(code).toMatch(SIX_DIGITS);
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");

  await leave(page);
  await fillSignIn(page, person);
  await page.getByRole("button", { name: /Use a recovery code/ }).click();
  await page.getByLabel("Recovery code").fill(recoveryCodes[0] ?? "");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");

  await page.goto("/account");
  await expect(page.getByText("9 of 10 left")).toBeVisible();
});

test("recovery codes are made anew, and the second factor is turned off with password and code", async ({
  page,
  signInAs,
  desk,
}) => {
  const person = await signInAs("operator");
  const { recoveryCodes } = await guard(desk.runtime, person.email);
  const [code, later] = recoveryCodes;
  await page.goto("/account");
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await page.getByLabel("Code of your app, or a recovery code").fill(code ?? "");
  await page.getByRole("button", { name: "Make new ones" }).click();
  const renewed = await page.getByLabel("Recovery codes", { exact: true }).innerText();
  expect(renewed).not.toContain(later);
  await page.getByRole("button", { name: "I saved them" }).click();
  await expect(page.getByText("10 of 10 left")).toBeVisible();

  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByLabel("Your password").fill(person.password);
  await page.getByLabel("Code of your app, or a recovery code").fill(renewed.split("\n")[0] ?? "");
  await page.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByRole("button", { name: "Set up" })).toBeVisible();
  await leave(page);
  await fillSignIn(page, person);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
});

test("goes back from the code to another account, in Chinese on a phone", async ({
  browser,
  desk,
}) => {
  const person = await desk.addPerson("marketing");
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  const enter = async () => {
    await page.goto("/sign-in");
    await page.getByLabel("邮箱").fill(person.email);
    await page.getByLabel("密码", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "登录", exact: true }).click();
  };
  await enter();
  await expect(page).not.toHaveURL(/\/sign-in/);
  await page.goto("/account");
  await page.getByRole("button", { name: "开始设置" }).click();
  const app = await readKey(page);
  await page.getByLabel("验证器显示的验证码").fill(app.codeAt(new Date()));
  await page.getByRole("button", { name: "开启" }).click();
  await page.getByRole("button", { name: "我已保存好" }).click();
  await expect(page.getByText("还剩 10 个（共 10 个）")).toBeVisible();
  await context.clearCookies();
  await enter();
  await expect(page.getByRole("heading", { name: "两步验证" })).toBeVisible();
  await page.getByRole("button", { name: "返回" }).click();
  await expect(page.getByLabel("邮箱")).toHaveValue(person.email);
  await context.close();
});
