import { writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { buildXlsx } from "@/lib/sheets/read/testing/build-xlsx";
import { gbkBytes } from "@/lib/sheets/read/testing/gbk-bytes";
import { expect, test } from "./fixtures";
import { addSandboxMiniProgram, chooseMiniProgram, hex } from "./sandbox-mini-program";
import { tick } from "./tick";

test.beforeEach(async ({ page, signInAs, desk }) => {
  await signInAs("operator");
  const { id } = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, id);
  await page.goto("/batches/new");
  await page.getByLabel("Name of the batch").fill(`文件 ${hex(3)}`);
  await openFileTab(page);
});

/** A page that was just loaded may not hear the first click. */
async function openFileTab(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole("tab", { name: "File" }).click();
    await expect(page.getByText("A file to begin with:")).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Chooses a file the way a person does, in the dialog the button opens. */
async function chooseFile(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Choose (a|another) file$/ }).click();
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await (await chooser).setFiles(file);
  await expect(page.getByText(name, { exact: true })).toBeVisible();
}

/** A cell of a worksheet. */
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

const preview = (page: Page) => page.getByRole("region", { name: "First rows" });
const cellsOf = (row: Locator) => row.getByRole("cell").allTextContents();

async function check(page: Page, patienceMs = 10_000): Promise<void> {
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByText("How they come out")).toBeVisible({ timeout: patienceMs });
}

test("a GBK file of Chinese Excel is read as it is, or as a person says", async ({ page }) => {
  await expect(page.getByText(/at most 100,000 rows, 500 columns, 20 MB/)).toBeVisible();
  const lines = ["门店名称,编号", "上海徐汇店,s1001", "北京朝阳店,s1002", "广州天河店,s1003"];
  await chooseFile(page, "门店.csv", gbkBytes(lines.join("\r\n")));
  await expect(page.getByText("3 rows, 2 columns")).toBeVisible();
  await expect(page.getByRole("button", { name: /^GBK \/ GB18030/ })).toBeVisible();
  await expect(preview(page).getByRole("cell", { name: "北京朝阳店" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Label of each code" })).toHaveValue("{门店名称}");

  // Without its header the names are a row like the others.
  await page.getByRole("switch", { name: /^The first row has the names/ }).click({ force: true });
  await expect(page.getByText("4 rows, 2 columns")).toBeVisible();
  await page.getByRole("switch", { name: /^The first row has the names/ }).click({ force: true });
  await expect(page.getByText("3 rows, 2 columns")).toBeVisible();
  await check(page);
  await expect(page.getByRole("button", { name: "Start minting 3 codes" })).toBeVisible();

  // A reload of the tab loses the file, not its rows.
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByText("3 rows, 2 columns")).toBeVisible();
  await expect(page.getByText(/Choose the file again to read it differently/)).toBeVisible();
  await expect(preview(page).getByRole("cell", { name: "北京朝阳店" })).toBeVisible();
  await check(page);
  await expect(page.getByRole("button", { name: "Start minting 3 codes" })).toBeVisible();
});

test("a wrong encoding is said, and taken back", async ({ page }) => {
  await chooseFile(page, "门店.csv", gbkBytes("门店名称,编号\n上海徐汇店,s1001\n"));
  await page.getByRole("button", { name: /^GBK \/ GB18030/ }).click();
  await page.getByRole("option", { name: /^UTF-8/ }).click();
  await expect(page.getByText(/cannot be read as/)).toBeVisible();
  await page.getByRole("button", { name: "Read it as guessed again" }).click();
  await expect(preview(page).getByRole("cell", { name: "上海徐汇店" })).toBeVisible();
});

test("100,000 rows are read and checked, and their bad ones paged through", async ({ page }) => {
  test.setTimeout(300_000);
  const prefix = hex(3);
  const lines = Array.from({ length: 100_000 }, (_, index) =>
    index % 1_000 === 7 ? `店 ${index},坏 ${index}` : `店 ${index},${prefix}-${index}`,
  );
  await chooseFile(page, "十万.csv", `门店名称,编号\n${lines.join("\n")}\n`);
  await expect(page.getByText("100,000 rows, 2 columns")).toBeVisible({ timeout: 90_000 });
  await check(page, 180_000);
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Only bad (100)" })).toBeChecked();
  const found = page.getByRole("region", { name: "What was found in the rows" });
  await expect(found.getByRole("row")).toHaveCount(51);
  await expect(page.getByText("1–50 of 100")).toBeVisible();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByText("51–100 of 100")).toBeVisible();
  await expect(found.getByRole("textbox").first()).toHaveValue("坏 50007");
  await expect(page.getByRole("button", { name: "Next", exact: true })).toHaveCount(0);
});

test("a workbook with odd cells is shown as its people see it", async ({ page }) => {
  const data =
    `<row r="1">${text("门店")}${text("会员号")}${text("开业")}${text("编号")}</row>` +
    `<row r="2">${text("徐汇店")}${text("123456789012345678")}<c s="1"><v>45000</v></c><c><f>"k"&amp;1</f><v>k1</v></c></row>` +
    `<row r="3" hidden="1">${text("闭店")}${text("1")}<c s="1"><v>45001</v></c>${text("k2")}</row>`;
  const other = `<row>${text("桌号")}</row><row>${text("7")}</row>`;
  const sheets = [
    { name: "门店", data },
    { name: "桌子", data: other },
    { name: "存档", data: other, state: "hidden" },
  ];
  await chooseFile(page, "门店.xlsx", await buildXlsx({ sheets, formats: ["yyyy-mm-dd"] }));
  await expect(page.getByText("2 rows, 4 columns")).toBeVisible();
  const first = preview(page).getByRole("row").nth(1);
  expect(await cellsOf(first)).toEqual(["1", "徐汇店", "123456789012345678", "2023-03-15", "k1"]);
  await expect(page.getByText("1 hidden row was read too.")).toBeVisible();

  await page.getByRole("button", { name: /Worksheet/ }).click();
  await expect(page.getByRole("option", { name: "存档 (hidden)" })).toBeVisible();
  await page.getByRole("option", { name: "桌子" }).click();
  await expect(page.getByText("1 row, 1 column")).toBeVisible();
  await expect(preview(page).getByRole("columnheader", { name: "桌号" })).toBeVisible();
});

test("what holds no rows is refused with its reason", async ({ page }) => {
  await chooseFile(page, "空.csv", "");
  await expect(page.getByRole("alert").filter({ hasText: "There are no rows" })).toBeVisible();

  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  await chooseFile(page, "图片.csv", picture);
  await expect(page.getByText("This is a picture, not a table.")).toBeVisible();

  // Too large is known before anything is sent.
  let wasSent = false;
  page.on("request", (request) => (wasSent ||= request.url().includes("/api/batches/sheets")));
  await chooseFile(page, "大.csv", Buffer.alloc(20 * 1024 * 1024 + 1, "a"));
  await expect(page.getByText(/This is too large: at most 20 MB/)).toBeVisible();
  expect(wasSent).toBe(false);

  await chooseFile(page, "好.csv", "门店,编号\n徐汇店,s1\n");
  await expect(page.getByText("1 row, 2 columns")).toBeVisible();
});

test("300 columns are searched rather than scrolled, and the data takes 50", async ({ page }) => {
  const columns = Array.from({ length: 300 }, (_, place) => (place ? `列${place + 1}` : "编号"));
  const row = (name: string) => columns.map((column) => `${name}${column}`).join(",");
  await chooseFile(page, "宽.csv", [columns.join(","), row("a"), row("b")].join("\n"));
  await expect(page.getByText("2 rows, 300 columns")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);

  await page.getByRole("button", { name: /Column for the scene/ }).click();
  await page.getByRole("searchbox", { name: "Search columns" }).fill("列288");
  await expect(page.getByRole("option", { name: /^列/ })).toHaveCount(1);
  await expect(page.getByRole("option", { name: "列288" })).toContainText("a列288");
  await page.getByRole("option", { name: "列288" }).click();
  await expect(page.getByRole("button", { name: /Column for the scene/ })).toContainText("列288");

  await tick(page.getByRole("radio", { name: /^Columns become data/ }));
  const group = page.getByRole("group", { name: /^Columns for the data/ });
  await expect(group.getByRole("checkbox", { checked: true })).toHaveCount(50);
  await group.getByRole("searchbox", { name: "Search columns" }).fill("列299");
  await group.getByRole("checkbox", { name: /^列299/ }).click({ force: true });
  await page.getByRole("button", { name: "Check the rows" }).click();
  await expect(page.getByText("There are too many columns in the data").first()).toBeVisible();
});

test("data take fixed values, and settings are saved for the next file", async ({ page, desk }) => {
  const own = hex(3);
  const header = `门店${own},编号`;
  await chooseFile(page, "一.csv", `${header}\n徐汇店,s1\n`);
  await tick(page.getByRole("radio", { name: /^Columns become data/ }));
  await page.getByRole("button", { name: "Add a value" }).click();
  await page.getByRole("textbox", { name: "Name of value 1" }).fill("编号");
  await expect(page.getByText("Two values in the data have this name")).toBeVisible();
  await page.getByRole("textbox", { name: "Name of value 1" }).fill("source");
  await page.getByRole("textbox", { name: "Value 1", exact: true }).fill("桌贴");
  await check(page);
  await expect(page.getByText('"source":"桌贴"')).toBeVisible();

  await page.getByRole("button", { name: "Save these settings for the next file" }).click();
  await page.getByLabel("Name of the settings").fill(`桌贴 ${own}`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  // Another person's form, another file of the same columns.
  await page
    .getByRole("button", { name: "Start over" })
    .or(page.getByText("Batches").first()) //
    .first()
    .waitFor();
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await openFileTab(page);
  await chooseFile(page, "二.csv", `城市,${header}\n上海,静安店,s2\n`);
  await page.getByRole("button", { name: `Use “桌贴 ${own}”` }).click();
  await expect(page.getByText(`“桌贴 ${own}” is filled in.`)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name of value 1" })).toHaveValue("source");
  await expect(page.getByRole("checkbox", { name: /^城市/ })).not.toBeChecked();

  await page.getByRole("button", { name: "Use saved settings" }).click();
  await page.getByRole("button", { name: `Remove “桌贴 ${own}”` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(`桌贴 ${own}`)).toHaveCount(1);
  const kept = await desk.runtime.db.batchTemplate.count({ where: { name: `桌贴 ${own}` } });
  expect(kept).toBe(0);
});

test("a paste too long for its field is kept all the same", async ({ page }) => {
  test.slow();
  await page.getByRole("tab", { name: "Paste" }).click();
  const lines = Array.from({ length: 12_000 }, (_, index) => `桌号 ${index},t-${hex(2)}-${index}`);
  const field = page.getByLabel("Pasted rows");
  // As a paste does it, without the clipboard, which a browser without a window may refuse.
  await field.evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const options = { clipboardData, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent("paste", options));
    },
    `名称,编号\n${lines.join("\n")}`,
  );
  await expect(page.getByText(/^12,000 rows are kept/)).toBeVisible({ timeout: 30_000 });
  // Its form can still be put right, until the tab is reloaded; its rows stay.
  await page.getByRole("switch", { name: /^The first row has the names/ }).click({ force: true });
  await expect(page.getByText(/^12,001 rows are kept/)).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByText(/^12,001 rows are kept/)).toBeVisible();
  await expect(page.getByText(/Paste the rows again to read them differently/)).toBeVisible();
});

test("a file is dropped on the zone, one at a time", async ({ page }, testInfo) => {
  const files = ["一.csv", "二.csv"].map((name) => testInfo.outputPath(name));
  for (const file of files) await writeFile(file, "门店,编号\n徐汇店,s1\n");
  const browser = await page.context().newCDPSession(page);
  const drop = async (dropped: string[]) => {
    const box = await page.getByText("Drop a file here, or choose one.").boundingBox();
    const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
    const data = { items: [], files: dropped, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await browser.send("Input.dispatchDragEvent", { type, ...at, data });
    }
  };
  await drop(files);
  await expect(page.getByText("Bring one file at a time")).toBeVisible();
  await drop(files.slice(0, 1));
  await expect(page.getByText("1 row, 2 columns")).toBeVisible();
  await expect(page.getByText("Bring one file at a time")).toHaveCount(0);
});
