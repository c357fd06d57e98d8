import { randomUUID } from "node:crypto";
import { authenticator } from "@/lib/testing/authenticator";
import { expect, fillSignIn, test } from "./fixtures";

test("the desk's rule opens nothing but the set-up to those who lack a second factor", async ({
  page,
  desk,
}) => {
  const { deskSettings } = desk.runtime.db;
  const person = await desk.addPerson("operator");
  await deskSettings.update({ where: { id: 1 }, data: { secondFactor: "everyone" } });
  try {
    await page.goto("/sign-in?next=/codes");
    await fillSignIn(page, person);
    await expect(page).toHaveURL(/\/second-factor\?next=/);
    for (const address of ["/codes", "/account", "/"]) {
      await page.goto(address);
      await expect(page).toHaveURL(/\/second-factor/);
    }
    expect((await page.request.get(`/api/codes/${randomUUID()}/picture`)).status()).toBe(403);

    await page.goto("/second-factor?next=/codes");
    await page.getByRole("button", { name: "Set up" }).click();
    const key = await page.locator("code").first().innerText();
    await page.getByLabel("The code it shows").fill(authenticator(key).codeAt(new Date()));
    await page.getByRole("button", { name: "Turn on" }).click();
    await page.getByRole("button", { name: "I saved them" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Codes");
    await page.goto("/account");
    await expect(page.getByText("10 of 10 left")).toBeVisible();
    await expect(page.getByRole("button", { name: "Turn off" })).toHaveCount(0);
  } finally {
    await deskSettings.update({ where: { id: 1 }, data: { secondFactor: "off" } });
  }
});
