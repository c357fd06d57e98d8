import type { Locator } from "@playwright/test";
import { apiKeyOf } from "./api-key";
import { expect, test } from "./fixtures";
import { readyPack } from "./ready-pack";
import { addSandboxMiniProgram, hex } from "./sandbox-mini-program";
import { openReference, openTry } from "./try-call";

/** The JSON that was answered. */
async function answerOf(call: Locator): Promise<Record<string, unknown>> {
  const text = await call.getByLabel("Answer", { exact: true }).innerText();
  return JSON.parse(text) as Record<string, unknown>;
}

const codeOf = (miniProgramId: string) => ({
  kind: "WXACODE_UNLIMITED",
  miniProgramId,
  label: `试一试 ${hex(3)}`,
  carries: { as: "scene", scene: `t=${hex(4)}` },
  page: "pages/index/index",
});

test("a code is minted by trying, after a question, and its picture is looked at", async ({
  page,
  signInAs,
  desk,
}) => {
  const { email } = await signInAs("operator");
  const { id } = await addSandboxMiniProgram(desk);
  await openReference(page);
  const mint = await openTry(page, "mintCode");
  await mint.getByLabel("API key").fill(await apiKeyOf(desk.runtime, email));
  await mint.getByRole("textbox", { name: "Body" }).fill(JSON.stringify(codeOf(id)));
  await mint.getByRole("button", { name: "Send" }).click();
  const question = page.getByRole("alertdialog", { name: "Send it for real?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  expect(await desk.runtime.db.code.count({ where: { miniProgramId: id } })).toBe(0);

  await mint.getByRole("button", { name: "Send" }).click();
  await question.getByRole("button", { name: "Send it" }).click();
  await expect(mint.getByText("201", { exact: true })).toBeVisible({ timeout: 20_000 });
  const first = await answerOf(mint);
  await mint.getByRole("button", { name: "Send again" }).click();
  await question.getByRole("button", { name: "Send it" }).click();
  await expect(mint.getByText("idempotency-replayed", { exact: true })).toBeVisible();
  expect(await answerOf(mint)).toEqual(first);
  expect(await desk.runtime.db.code.count({ where: { miniProgramId: id } })).toBe(1);

  const look = await openTry(page, "getCodeImage");
  await expect(look.getByLabel("API key")).not.toHaveValue("");
  await look.getByRole("textbox", { name: /^id/ }).fill(String(first.id));
  await look.getByRole("button", { name: "Send" }).click();
  const picture = look.getByRole("img", { name: "The picture that was answered" });
  await expect(picture).toBeVisible();
  const width = () => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBeGreaterThanOrEqual(280);
  const saved = page.waitForEvent("download");
  await look.getByRole("link", { name: /^Download \(/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.(jpg|png)$/);
});

test("a file is uploaded and a pack fetched by trying", async ({ page, signInAs, desk }) => {
  const { email } = await signInAs("operator");
  const { id } = await addSandboxMiniProgram(desk);
  await openReference(page);
  const create = await openTry(page, "createBatch");
  await create.getByLabel("API key").fill(await apiKeyOf(desk.runtime, email));
  await create.getByRole("button", { name: /Kind of body/ }).click();
  await page.getByRole("option", { name: "multipart/form-data" }).click();
  const { kind, page: pageTemplate } = codeOf(id);
  const batch = { kind, name: "试一试", miniProgramId: id, pageTemplate, labelTemplate: "{店名}" };
  const carries = { as: "scene", column: "编号" };
  const settings = JSON.stringify({ ...batch, checkPath: true, envVersion: "release", carries });
  await create.getByRole("textbox", { name: "batch" }).fill(settings);
  const choosing = page.waitForEvent("filechooser");
  await create.getByRole("button", { name: "Choose a file" }).click();
  const buffer = Buffer.from(`编号,店名\nt=${hex(3)},朝阳店\nt=${hex(3)},海淀店\n`);
  await (await choosing).setFiles({ name: "shops.csv", mimeType: "text/csv", buffer });
  await expect(create.getByText(/^shops\.csv · /)).toBeVisible();
  await create.getByRole("button", { name: "Send" }).click();
  await expect(create.getByText("201", { exact: true })).toBeVisible();
  expect(await answerOf(create)).toMatchObject({ rowCount: 2 });

  const code = await desk.runtime.db.code.findFirstOrThrow({ where: { status: "minted" } });
  const packId = await readyPack(desk.runtime, { kind: "codes", codeIds: [code.id] }, "试一试");
  const fetchFile = await openTry(page, "getPackFile");
  await fetchFile.getByRole("textbox", { name: /^id/ }).fill(packId);
  await fetchFile.getByRole("button", { name: "Send" }).click();
  await expect(fetchFile.getByText("200", { exact: true })).toBeVisible();
  const saved = page.waitForEvent("download");
  await fetchFile.getByRole("link", { name: /^Download \(/ }).click();
  expect((await saved).suggestedFilename()).toBe("试一试.zip");
});
