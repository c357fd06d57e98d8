import { randomUUID } from "node:crypto";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { waitUntilAlive } from "./wait-until-alive";

test("a campaign gets another name, a taken one is refused with what was typed, and the log keeps both", async ({
  page,
  signInAs,
  desk,
}) => {
  const [old, taken, name] = ["旧名", "已占用", "新名"].map(
    (word) => `${word} ${randomUUID().slice(0, 8)}`,
  ) as [string, string, string];
  await signInAs("operator");
  for (const each of [old, taken]) {
    await createCampaign(jobContext(desk.runtime, "e2e"), { name: each });
  }
  await page.goto("/campaigns");
  await waitUntilAlive(page);
  await page.getByRole("button", { name: `Rename “${old}”` }).click();
  const dialog = page.getByRole("dialog");
  const field = dialog.getByLabel("Name of the campaign");
  await expect(field).toHaveValue(old);
  await field.fill(taken);
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(field).toHaveValue(taken);
  await field.fill(name);
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await page.goto("/audit");
  await expect(page.getByText(`renamed the campaign “${old}” to “${name}”`).first()).toBeVisible();
});
