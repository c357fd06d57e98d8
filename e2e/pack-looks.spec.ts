import { readFileSync } from "node:fs";
import sharp from "sharp";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { readZip } from "./read-zip";
import { readyPack } from "./ready-pack";
import { addSandboxMiniProgram, hex } from "./sandbox-mini-program";
import { waitUntilAlive } from "./wait-until-alive";

const anyScene = () => ({ as: "scene", scene: `l=${hex(4)}` }) as const;

test("a frame made on the screen is around every picture of a pack", async ({
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  await signInAs("operator");
  const { id } = await addSandboxMiniProgram(desk);
  const ctx = jobContext(desk.runtime, "林悦");
  const { id: campaignId } = await createCampaign(ctx, { name: `相框 ${hex(3)}` });
  await mintedCode(desk.runtime, id, { label: "东门 立牌", carries: anyScene(), campaignId });
  const look = `白色桌牌 ${hex(3)}`;

  await page.goto("/packs/templates/new?kind=frame");
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill(look);
  await expect(page.getByRole("img", { name: "The look with a real code on it" })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Looks");
  await expect(page.getByRole("link", { name: look })).toBeVisible();

  await page.goto(`/packs/new?of=campaign&id=${campaignId}`);
  await waitUntilAlive(page);
  await page.getByText("Framed pictures", { exact: true }).click();
  await page.getByText(look).click();
  const width = page.getByRole("textbox", { name: "Width of the picture" });
  await width.fill("1200");
  await width.press("Tab");
  await expect(page.getByRole("img", { name: `A code with the look “${look}”` })).toBeVisible();
  await page.getByRole("button", { name: "Make a pack of 1 code" }).click();

  const download = page.getByRole("link", { name: "Download" });
  await expect(download).toBeVisible({ timeout: 30_000 });
  const downloading = page.waitForEvent("download");
  await download.click();
  const files = await readZip(await (await downloading).path());
  const framed = [...files].filter(([path]) => path.endsWith("东门 立牌.png"));
  expect(framed).toHaveLength(1);
  const framedPicture = await sharp(framed[0]?.[1]).metadata();
  expect(framedPicture).toMatchObject({ format: "png", width: 1200 });
  expect(framedPicture.height, "the caption stands below the code").toBeGreaterThan(1200);
});

test("the code on a poster is moved with the mouse and with the keys", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const { id } = await addSandboxMiniProgram(desk);
  await mintedCode(desk.runtime, id, { label: "海报一", carries: anyScene() });
  await page.goto("/packs/templates/new?kind=poster");
  await waitUntilAlive(page);
  const left = page.getByRole("textbox", { name: "From the left" }).first();
  const box = page.getByRole("button", { name: /^Code: .* from the left/ });
  await expect(left).toHaveValue("25");
  await box.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(left).toHaveValue("24.5");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(left).toHaveValue("19.5");

  const { x, y, width, height } = (await box.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2 + 20, { steps: 5 });
  await page.mouse.up();
  await expect(left).not.toHaveValue("19.5");

  await page.waitForTimeout(1_000);
  await page.goto("/packs/templates/new?kind=poster");
  await expect(left, "what was not saved is still there").not.toHaveValue("25");
});

test("a pack is checked in the browser, whole and with one byte changed", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("marketing");
  const { id } = await addSandboxMiniProgram(desk);
  const code = await mintedCode(desk.runtime, id, { label: "核对", carries: anyScene() });
  const name = `核对 ${hex(3)}`;
  const packId = await readyPack(desk.runtime, { kind: "codes", codeIds: [code.id] }, name);
  await page.goto(`/packs/${packId}`);
  await waitUntilAlive(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const bytes = readFileSync(await (await downloading).path());

  await page.goto("/packs/verify");
  await waitUntilAlive(page);
  const choose = (buffer: Buffer) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name: "pack.zip", mimeType: "application/zip", buffer });
  await choose(bytes);
  await expect(page.getByText("Exactly as it left the desk")).toBeVisible();
  await expect(page.getByRole("link", { name })).toBeVisible();

  // The middle of the first picture.
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(2_000) ^ 1, 2_000);
  await choose(changed);
  await expect(page.getByText("Not as it left the desk")).toBeVisible();
  await expect(page.getByText("0 files are missing, 1 changed, 0 added.")).toBeVisible();
});

test("a background that is uploaded decides the size of the poster, and an SVG is refused", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const { id } = await addSandboxMiniProgram(desk);
  await mintedCode(desk.runtime, id, {
    label: "海报二",
    carries: { as: "scene", scene: `u=${hex(4)}` },
  });
  const name = `蓝底 ${hex(3)}`;
  const buffer = await sharp({
    create: { width: 800, height: 1200, channels: 3, background: "#1A5FB4" },
  })
    .png()
    .toBuffer();
  await page.goto("/packs/templates/new?kind=poster");
  await waitUntilAlive(page);
  const input = page.locator("input[type=file]").first();
  await input.setInputFiles({
    name: "a.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  });
  await expect(page.getByRole("alert").filter({ hasText: /./ }).first()).toBeVisible();
  await input.setInputFiles({ name: "ground.png", mimeType: "image/png", buffer });
  await expect(page.getByText(/800 × 1200 pixels/)).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  const look = await desk.runtime.db.packTemplate.findFirstOrThrow({ where: { name } });
  const picture = await page.request.get(`/api/packs/templates/${look.id}/picture`);
  expect(picture.status()).toBe(200);
  const { dominant } = await sharp(await picture.body()).stats();
  expect(dominant.b).toBeGreaterThan(dominant.r);
});
