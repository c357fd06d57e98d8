import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { addSandboxMiniProgram, hex } from "./sandbox-mini-program";
import { waitUntilAlive } from "./wait-until-alive";

interface LoggingDesk {
  runtime: Runtime;
  sandbox(method: "POST", route: string, body?: object): Promise<unknown>;
}

interface Logged {
  campaign: string;
  inside: string;
  outside: string;
}

const someScene = () => ({ as: "scene" as const, scene: `r=${hex(4)}` });

/** A code of a campaign, and one beside it that no guest of the campaign may hear of. */
async function logTwoCodes(desk: LoggingDesk): Promise<Logged> {
  const { id: miniProgramId } = await addSandboxMiniProgram(desk);
  const campaign = `秋季活动 ${hex(3)}`;
  const { id: campaignId } = await createCampaign(jobContext(desk.runtime, "林悦"), {
    name: campaign,
  });
  const [inside, outside] = [`门口立牌 ${hex(3)}`, `内部测试 ${hex(3)}`];
  await mintedCode(desk.runtime, miniProgramId, {
    label: inside,
    campaignId,
    carries: someScene(),
  });
  await mintedCode(desk.runtime, miniProgramId, { label: outside, carries: someScene() });
  return { campaign, inside, outside };
}

const choices = (page: Page, name: string) => page.getByRole("group", { name });

const previewOf = (page: Page) => page.getByRole("region", { name: "What the guest sees" });

/** Asked by the browser only, so that the form has come alive. */
const previewIsThere = (page: Page) =>
  expect(previewOf(page).getByText(/^[\d,]+ entr(y|ies)$/)).toBeVisible();

/** Ticks one of many, found by its name where there are enough to search. */
async function tickCampaign(page: Page, name: string): Promise<void> {
  const campaigns = choices(page, "Campaigns");
  const search = campaigns.getByRole("searchbox");
  if (await search.isVisible()) await search.fill(name);
  await campaigns.getByText(name, { exact: true }).click();
}

test("a log room is made with a password, read outside on two screens, and taken back", async ({
  browser,
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  const { name: operator } = await signInAs("operator");
  const { campaign, inside, outside } = await logTwoCodes(desk);
  const name = `代理商 ${hex(3)}`;
  await page.goto("/rooms");
  await waitUntilAlive(page);
  await page.getByRole("link", { name: "New log room" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New log room");
  await previewIsThere(page);

  // What lacks is said at its field, and nothing that was chosen is lost.
  await tickCampaign(page, campaign);
  await page.getByRole("button", { name: "Make the log room" }).click();
  await expect(page.getByText("1 thing needs another look")).toBeVisible();
  await page.getByRole("textbox", { name: "For whom" }).fill(name);

  const preview = previewOf(page);
  await expect(preview.getByText(inside).first()).toBeVisible();
  await expect(preview.getByText(outside)).toHaveCount(0);
  await choices(page, "Which details").getByText("Object", { exact: true }).click();
  await expect(preview.getByText(inside)).toHaveCount(0);
  await choices(page, "Which details").getByText("Object", { exact: true }).click();
  await expect(preview.getByText(inside).first()).toBeVisible();

  await page.getByRole("button", { name: "7 days" }).click();
  await page.getByRole("button", { name: "Make one" }).click();
  await page.getByText("Guests may export", { exact: true }).click();
  await page.getByRole("button", { name: "Make the log room" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("The log room is ready")).toBeVisible();
  await expect(dialog.getByRole("img", { name: "The address as a QR code" })).toBeVisible();
  const url = await dialog.locator("pre").first().innerText();
  const password = await dialog.locator("pre").last().innerText();
  expect(url).toMatch(/^http:\/\/localhost:\d+\/room\/[\w-]{43}$/);
  expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText(campaign).first()).toBeVisible();
  const room = page.url();
  expect(await page.content()).not.toContain(url);

  // On a phone, in Chinese.
  const phone = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const guest = await phone.newPage();
  await guest.goto(url);
  await expect(guest.getByText(inside)).toHaveCount(0);
  await guest.locator("input[type=password]").fill("something else");
  await guest.locator("form button").first().click();
  await expect(guest.getByRole("alert")).toBeVisible();
  await guest.locator("input[type=password]").fill(password);
  await guest.locator("form button").first().click();
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(guest.getByText(inside).first()).toBeVisible();
  await expect(guest.getByText(outside)).toHaveCount(0);
  const width = await guest.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect((await new AxeBuilder({ page: guest }).analyze()).violations).toEqual([]);

  // On a desk, in English, with what may be taken along.
  const elsewhere = await browser.newContext({ locale: "en-US", colorScheme: "dark" });
  const partner = await elsewhere.newPage();
  await partner.goto(url);
  await partner.locator("input[type=password]").fill(password);
  await partner.locator("form button").first().click();
  await expect(partner.getByText(inside).first()).toBeVisible();
  const csv = await download(partner, "Download as CSV");
  expect(csv).toContain(inside);
  expect(csv).toContain(name);
  expect(csv).not.toContain(outside);
  const proof = await download(partner, "Download the proof");
  expect(() => JSON.parse(proof) as unknown).not.toThrow();
  expect(proof).not.toContain(outside);

  await page.reload();
  const events = page.getByRole("list", { name: "Who was there" });
  for (const event of ["opened", "wrong password", "exported"]) {
    await expect(events.getByText(event, { exact: true }).first()).toBeVisible();
  }
  await page.getByRole("button", { name: `Revoke the log room ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText(`Revoked by ${operator}`)).toBeVisible();
  for (const visitor of [guest, partner]) {
    const answer = await visitor.goto(url);
    expect(answer?.status()).toBe(404);
    await expect(visitor.getByText(inside)).toHaveCount(0);
  }
  await page.goto("/rooms");
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row.getByText("Revoked", { exact: true })).toBeVisible();

  // The same choices for somebody else.
  await page.goto(room);
  await page.getByRole("link", { name: "Make another like it" }).click();
  await expect(previewOf(page).getByText(inside).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "For whom" })).toHaveValue("");
  await phone.close();
  await elsewhere.close();
});

async function download(page: Page, name: string): Promise<string> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name }).first().click();
  return readFile(await (await arriving).path(), "utf8");
}

test("a form half filled in is there again after a reload, without its password", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  await page.goto("/rooms/new");
  await previewIsThere(page);
  await page.getByRole("textbox", { name: "For whom" }).fill("合作方");
  await choices(page, "Kinds of acts").getByText("Quota", { exact: true }).click();
  await page.getByRole("button", { name: "Make one" }).click();
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "For whom" })).toHaveValue("合作方");
  await expect(page.getByRole("checkbox", { name: "Quota" })).not.toBeChecked();
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveValue("");
});

test("marketing reads the log and shows it to nobody", async ({ page, signInAs }) => {
  await signInAs("marketing");
  await expect(page.getByRole("link", { name: "Log rooms" })).toHaveCount(0);
  for (const address of ["/rooms", "/rooms/new", `/rooms/${crypto.randomUUID()}`]) {
    await page.goto(address);
    await expect(page.getByText("Log rooms are for operators")).toBeVisible();
    await expect(page.getByRole("button", { name: "Make the log room" })).toHaveCount(0);
  }
  const answer = await page.request.post("/api/rooms/preview", { data: {} });
  expect(answer.status()).toBe(403);
});

test("an address nobody made shows the same page as a room that is over", async ({
  page,
  desk,
}) => {
  const answer = await page.goto(`${desk.runtime.env.gateUrl}/room/${hex(32)}`);
  expect(answer?.status()).toBe(404);
});
