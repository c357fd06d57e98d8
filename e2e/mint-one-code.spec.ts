import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { pictureKey } from "@/lib/storage/object-keys";
import { expect, test } from "./fixtures";
import { readPicture } from "./picture";
import { addSandboxMiniProgram, chooseMiniProgram } from "./sandbox-mini-program";
import { tick } from "./tick";

/** Presses the download that is offered, and gives name and bytes of what arrives. */
async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const arriving = page.waitForEvent("download");
  await page
    .getByRole("link", { name: /^Download/ })
    .first()
    .click();
  const file = await arriving;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function mint(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mint", exact: true }).click();
}

async function chooseColor(page: Page, hex: string): Promise<void> {
  const field = page.getByLabel("Hex");
  await field.fill(hex);
  await field.press("Tab");
}

async function chooseLimited(page: Page, choice: RegExp, reason: string): Promise<void> {
  await page.getByRole("button", { name: /B does not fit/ }).click();
  const dialog = page.getByRole("dialog");
  await tick(dialog.getByRole("radio", { name: choice }));
  await dialog.getByRole("textbox").fill(reason);
  await dialog.getByRole("button", { name: "Use it anyway" }).click();
  await expect(dialog).toBeHidden();
}

test("mints a coloured, transparent B code, finds it, and downloads what the store holds", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const label = `徐汇旗舰店 ${randomUUID().slice(0, 6)}`;
  const scene = `s=1024&t=${randomUUID().slice(0, 6)}`;
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill(label);
  await page.getByRole("textbox", { name: "Scene" }).fill(scene);
  await chooseColor(page, "#0A59F7");
  await page.getByRole("switch", { name: "Transparent ground" }).click({ force: true });
  await expect(
    page.getByText(/B: uses 0 of 100,000, one call|B: uses 0 of 100,000, 1 call/),
  ).toBeVisible();
  await mint(page);
  await expect(page.getByText(`Minted: ${label}`)).toBeVisible();

  const fresh = await download(page);
  expect(fresh.name).toBe(`${label}.png`);
  const drawn = await readPicture(fresh.bytes);
  expect(drawn).toMatchObject({ width: 430, height: 430, format: "png", hasClearCorner: true });
  expect(drawn.shareOf("#0A59F7")).toBeGreaterThan(0.02);
  expect(JSON.parse(drawn.text ?? "{}")).toMatchObject({ kind: "B", scene });

  await page.goto("/codes");
  await page.getByRole("searchbox", { name: "Search codes" }).fill("旗舰");
  // Two ways at once, the search still under way and the link, may end at either.
  await expect(page).toHaveURL(/[?&]search=/);
  await page
    .getByRole("link", { name: new RegExp(label) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(label);
  await expect(page.getByText(scene).first()).toBeVisible();
  const kept = await download(page);
  const sha256 = createHash("sha256").update(kept.bytes).digest("hex");
  expect(kept.bytes.equals(fresh.bytes)).toBe(true);
  expect(kept.bytes.equals(await desk.runtime.store.read(pictureKey(sha256)))).toBe(true);
  await expect(page.getByText(sha256.slice(0, 16)).first()).toBeVisible();
});

test("mints an A code after a deliberate step, and gives the same one free the second time", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  const path = `pages/shop/index?shop=${randomUUID().slice(0, 8)}`;
  const fill = async () => {
    await page.goto("/codes/new");
    const clear = page.getByRole("button", { name: "Clear and start over" });
    if (await clear.isVisible()) await clear.click();
    await page.getByLabel("Label").fill("大楼外墙");
    await chooseLimited(page, /^A:/, "外墙海报换不了");
    await page.getByLabel("Path, with its query").fill(path);
    await chooseColor(page, "#D4380D");
  };
  await fill();
  await expect(page.getByText(/A: uses 1 of the [\d,]+ left of 100,000, for ever/)).toBeVisible();
  await mint(page);
  await expect(page.getByText("Minted: 大楼外墙")).toBeVisible();
  const { name, bytes } = await download(page);
  expect(name).toBe("大楼外墙.jpg");
  const drawn = await readPicture(bytes);
  expect(drawn).toMatchObject({ width: 430, format: "jpeg" });
  expect(drawn.shareOf("#D4380D")).toBeGreaterThan(0.02);
  expect(JSON.parse(drawn.text ?? "{}")).toMatchObject({ kind: "A", path });

  await fill();
  await expect(page.getByText(/already minted: it is yours free/)).toBeVisible();
  await mint(page);
  await expect(page.getByText("Minted before: 大楼外墙")).toBeVisible();
});

test("mints a C code that any scanner reads", async ({ page, signInAs }) => {
  await signInAs("operator");
  const path = `pages/index/index?gate=${randomUUID().slice(0, 8)}`;
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill("老闸机");
  await page.getByLabel("Label").press("Enter");
  await chooseLimited(page, /^C:/, "闸机只认方码");
  await page.getByLabel("Path, with its query").fill(path);
  await mint(page);
  await expect(page.getByText("Minted: 老闸机")).toBeVisible();
  const drawn = await readPicture((await download(page)).bytes);
  expect(drawn).toMatchObject({ width: 430, format: "jpeg" });
  expect(new URL(drawn.text ?? "").searchParams.get("path")).toBe(path);
});

test("says 41030 in words for a page that is not published, and keeps what was typed", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill("还没发布的页面");
  await page.getByRole("textbox", { name: "Page it opens" }).fill("pages/new/index");
  await page.getByRole("textbox", { name: "Scene" }).fill(`n=${randomUUID().slice(0, 6)}`);
  await mint(page);
  await expect(page.getByText("WeChat gave no picture")).toBeVisible();
  await expect(page.getByText("41030").first()).toBeVisible();
  await expect(page.getByText("None was used.").first()).toBeVisible();
  await expect(page.getByLabel("Label")).toHaveValue("还没发布的页面");
});

test("explains what is missing or forbidden beside the field, and sends nothing", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  await page.goto("/codes/new");
  await mint(page);
  await expect(page.getByLabel("Label")).toBeFocused();
  await page.getByRole("textbox", { name: "Scene" }).fill("桌号=3%");
  await expect(page.getByText(/WeChat refuses: .*桌/)).toBeVisible();
  const target = page.getByRole("textbox", { name: "Page it opens" });
  await target.fill("/pages/index/index");
  await page.getByRole("button", { name: "Remove the slash" }).click();
  await expect(target).toHaveValue("pages/index/index");
  await page.getByRole("textbox", { name: "Scene" }).fill("");
  await target.fill("/pages/index/index?a=1");
  await page.getByRole("button", { name: "Move it into the scene: a=1" }).click();
  await expect(target).toHaveValue("pages/index/index");
  await expect(page.getByRole("textbox", { name: "Scene" })).toHaveValue("a=1");
  const log = (await desk.sandbox("GET", "/requests?endpoint=getwxacodeunlimit")) as {
    requests?: unknown[];
  };
  expect(JSON.stringify(log)).not.toContain("桌号");
});

test("keeps a draft over a reload", async ({ page, signInAs }) => {
  await signInAs("operator");
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill("写到一半");
  await page.waitForTimeout(1_500);
  await page.reload();
  await expect(page.getByLabel("Label")).toHaveValue("写到一半");
});

test("leaves no draft of a code that was minted at once", async ({ page, signInAs }) => {
  await signInAs("operator");
  await page.clock.install();
  await page.goto("/codes/new");
  const label = `一气呵成 ${randomUUID().slice(0, 6)}`;
  await page.getByRole("textbox", { name: "Scene" }).fill(`x=${randomUUID().slice(0, 6)}`);
  // The hand is quicker than the draft, which waits for the clock.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByLabel("Label").fill(label);
  await mint(page);
  await expect(page.getByText(`Minted: ${label}`)).toBeVisible();
  await page.clock.runFor(5_000);
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => key.includes("draft"))).toEqual([]);
});

test("shows an unknown outcome as such, and settles it by asking again", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const { id, appid } = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, id);
  const label = `断线 ${randomUUID().slice(0, 6)}`;
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill(label);
  await page.getByRole("textbox", { name: "Scene" }).fill(`x=${randomUUID().slice(0, 6)}`);
  // Every time, for the client asks again by itself.
  const fault = (await desk.sandbox("POST", "/faults", {
    endpoint: "getwxacodeunlimit",
    appid,
    fault: "truncated_body",
  })) as { id: number };
  await mint(page);
  await expect(page.getByText("Nobody knows whether WeChat made it")).toBeVisible();
  await desk.sandbox("DELETE", `/faults/${fault.id}`);
  await page.getByRole("button", { name: "Ask WeChat again" }).click();
  await expect(page.getByText(`Minted: ${label}`)).toBeVisible();
});

/** Tabs on until the element with this role and name has the focus. */
async function tabTo(page: Page, role: "textbox" | "button", name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${role} ${name}.`);
}

test("can be done in Chinese and by keyboard alone", async ({ browser, desk }) => {
  const { email, password } = await desk.addPerson("operator");
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto("/sign-in?next=/codes/new");
  await tabTo(page, "textbox", "邮箱");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("新建小程序码");
  await tabTo(page, "textbox", "名称");
  await page.keyboard.type("键盘铸的码");
  await tabTo(page, "textbox", "scene");
  await page.keyboard.type(`k=${randomUUID().slice(0, 6)}`);
  await tabTo(page, "button", "铸造");
  await page.keyboard.press("Enter");
  await expect(page.getByText("铸好了：键盘铸的码")).toBeVisible();
  await context.close();
});
