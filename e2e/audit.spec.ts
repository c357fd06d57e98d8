import { expect, test } from "./fixtures";

test("the log says who did what and verifies", async ({ page, signInAs }) => {
  await signInAs("admin");
  await page.goto("/campaigns");
  const name = `春节 ${Date.now()}`;
  await page
    .getByRole("button", { name: /New campaign|Create/ })
    .first()
    .click();
  await page.getByRole("dialog").getByRole("textbox").fill(name);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Create/ })
    .click();
  await expect(page.getByText(name).first()).toBeVisible();

  await page.goto("/audit");
  await expect(page.getByText(`created the campaign ${name}`).first()).toBeVisible();
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText(/The log is intact/)).toBeVisible();
});
