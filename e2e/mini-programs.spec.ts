import { randomBytes } from "node:crypto";
import { expect, test } from "./fixtures";

const hex = (bytes: number) => randomBytes(bytes).toString("hex");

test("registers a mini program, hears that its secret is wrong, and mends it", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const account = { appid: `wx${hex(8)}`, secret: hex(16), publishedPages: ["pages/index/index"] };
  await desk.sandbox("POST", "/accounts", account);

  await page.goto("/mini-programs/new");
  await page.getByLabel("Name").fill("春风咖啡");
  await page.getByLabel("AppID", { exact: true }).fill("wx123");
  await page.getByLabel("AppSecret", { exact: true }).fill(hex(16));
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByLabel("AppID", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveValue("春风咖啡");

  await page.getByLabel("AppID", { exact: true }).fill(account.appid);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("春风咖啡");

  // Registered ones ask the real WeChat; this one is told to ask the sandbox like the built-in one.
  await desk.runtime.db.miniProgram.update({
    where: { wechatAppId: account.appid },
    data: { isSandbox: true },
  });
  await page.getByRole("button", { name: "Check credentials" }).click();
  await expect(page.getByText("40125").first()).toBeVisible();

  await page.getByRole("button", { name: "Rotate the secret…" }).click();
  await page.getByLabel("New AppSecret").fill(account.secret);
  await page.getByRole("button", { name: "Save the new secret" }).click();
  await expect(page.getByText("The new secret is kept")).toBeVisible();
  await page.getByRole("button", { name: "Check credentials" }).click();
  await expect(page.getByText("WeChat accepts this AppID and AppSecret.")).toBeVisible();

  expect(await page.content()).not.toContain(account.secret);

  await page.getByRole("button", { name: "Archive…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("This mini program is archived")).toBeVisible();
});

test("refuses an AppID that is already registered, and loses nothing typed", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin");
  await page.goto("/mini-programs/new");
  await page.getByLabel("Name").fill("第二个沙箱");
  await page.getByLabel("AppID", { exact: true }).fill("wx5a4db0c0de000001");
  await page.getByLabel("AppSecret", { exact: true }).fill(hex(16));
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText(/already registered/i).first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("第二个沙箱");
});
