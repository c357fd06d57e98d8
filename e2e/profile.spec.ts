import { expect, test } from "./fixtures";

test("the switch in the top bar takes the profile along, and times follow its zone", async ({
  page,
  signInAs,
  desk,
}) => {
  const { email } = await signInAs("operator");
  const { db } = desk.runtime;
  const data = { locale: "zh-CN", timeZone: "America/New_York" };
  await db.user.update({ where: { email }, data });

  await page.goto("/audit");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("审计日志");
  await expect(page.locator("time").first()).toHaveAttribute("title", /（America\/New_York）$/);

  await page.getByRole("button", { name: "语言" }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Audit log");
  expect(await db.user.findUnique({ where: { email } })).toMatchObject({ locale: "en" });
  await page.context().clearCookies({ name: "mintdesk-locale" });
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Audit log");

  await db.user.update({ where: { email }, data: { timeZone: null } });
  await page.reload();
  await expect(page.locator("time").first()).toHaveAttribute("title", / \(Beijing time\)$/);
});
