import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Runtime } from "@/lib/runtime";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { readZip } from "./read-zip";
import { readyPack } from "./ready-pack";
import { addSandboxMiniProgram, hex } from "./sandbox-mini-program";
import { waitUntilAlive } from "./wait-until-alive";

interface PackingDesk {
  runtime: Runtime;
  sandbox(method: "POST", route: string, body?: object): Promise<unknown>;
}

/** A pack of one code, ready to be given away. */
async function packOfOne(desk: PackingDesk): Promise<{ packId: string; name: string }> {
  const { id } = await addSandboxMiniProgram(desk);
  const carries = { as: "scene", scene: `p=${hex(4)}` } as const;
  const code = await mintedCode(desk.runtime, id, { label: "3 号桌", carries });
  const name = `外发 ${hex(3)}`;
  const packId = await readyPack(desk.runtime, { kind: "codes", codeIds: [code.id] }, name);
  return { packId, name };
}

async function openPack(page: Page, packId: string, name: string): Promise<void> {
  await page.goto(`/packs/${packId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await waitUntilAlive(page);
}

test("a pack is given away by a link with a password, taken outside, seen in the desk and taken back", async ({
  browser,
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  const { name: operator } = await signInAs("operator");
  const { packId, name } = await packOfOne(desk);
  await openPack(page, packId, name);
  await expect(page.getByText("Nobody outside was given this pack yet.")).toBeVisible();

  await page.getByRole("button", { name: "Give to somebody outside" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await expect(dialog.getByText("The link has no name.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "For whom" }).fill("印刷厂");
  await dialog.getByText("Make one for me", { exact: true }).click();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await expect(dialog.getByText("The link is ready")).toBeVisible();
  const url = await dialog.locator("pre").first().innerText();
  const password = await dialog.locator("pre").last().innerText();
  expect(url).toMatch(/^http:\/\/localhost:\d+\/pack\/[\w-]{43}$/);
  expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  const links = page.getByRole("list", { name: "Given to people outside" });
  await expect(links.getByText("0 of 5 downloads")).toBeVisible();
  expect(await page.content()).not.toContain(url);

  const outside = await browser.newContext({ locale: "en-US" });
  const guest = await outside.newPage();
  await guest.goto(url);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(guest.getByText(`${operator} shares this pack with you`)).toBeVisible();
  expect((await new AxeBuilder({ page: guest }).analyze()).violations).toEqual([]);
  await guest.getByLabel("Password").fill("something else");
  await guest.getByRole("button", { name: /^Download/ }).click();
  await expect(guest.getByRole("alert")).toContainText("That is not the password.");
  await guest.getByLabel("Password").fill(password);
  const downloading = guest.waitForEvent("download");
  await guest.getByRole("button", { name: /^Download/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const files = await readZip(await download.path());
  expect([...files.keys()]).toContain("manifest.json");

  await page.reload();
  await expect(links.getByText("1 of 5 downloads")).toBeVisible();
  const happened = page.getByRole("list", { name: "What happened last at the link for 印刷厂" });
  for (const event of ["opened", "wrong password", "downloaded"]) {
    await expect(happened.getByText(event, { exact: true })).toBeVisible();
  }
  const inLog = `downloaded the pack “${name}” by the link`;
  await expect(async () => {
    await page.goto("/audit");
    await expect(page.getByText(inLog)).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await openPack(page, packId, name);
  await page.getByRole("button", { name: "Revoke the link for 印刷厂" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(links.getByText(`Revoked by ${operator}`)).toBeVisible();
  await guest.goto(url);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  expect((await guest.request.get(download.url())).status()).toBe(404);
  await outside.close();
});

test("marketing sees who outside has a pack, and gives it to nobody", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("marketing");
  const { packId, name } = await packOfOne(desk);
  await openPack(page, packId, name);
  await expect(page.getByRole("heading", { name: "Given to people outside" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Give to somebody outside" })).toHaveCount(0);
});

test("an address nobody made shows the same page as one that is over", async ({ page, desk }) => {
  const answer = await page.goto(`${desk.runtime.env.gateUrl}/pack/${hex(32)}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});
