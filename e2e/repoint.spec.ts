import type { Page } from "@playwright/test";
import type { Runtime } from "@/lib/runtime";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { addSandboxMiniProgram, chooseMiniProgram, hex } from "./sandbox-mini-program";
import { tick } from "./tick";
import { waitUntilAlive } from "./wait-until-alive";

interface Stand {
  miniProgramId: string;
  tag: string;
  label: string;
}

/** Three codes of stands in a mini program of its own, and one poster beside them. */
async function mintStands(
  desk: Parameters<typeof addSandboxMiniProgram>[0] & { runtime: Runtime },
): Promise<Stand> {
  const { id: miniProgramId } = await addSandboxMiniProgram(desk);
  const tag = `stand-${hex(3)}`;
  const label = `门口立牌 ${hex(2)}`;
  for (const [index, tags] of [[tag], [tag], [tag], ["poster"]].entries()) {
    await mintedCode(desk.runtime, miniProgramId, {
      label: `${label} ${index + 1}`,
      tags,
      carries: { as: "payload", payload: { shop: "朝阳", table: index + 1 } },
    });
  }
  return { miniProgramId, tag, label };
}

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

const visible = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first();

test("codes with a tag are led to another page after a preview, and page impact shows it", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const { miniProgramId, tag, label } = await mintStands(desk);
  await chooseMiniProgram(page, miniProgramId);
  await page.goto("/scenes");
  await page.getByRole("link", { name: "Re-point many…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Re-point many");
  await waitUntilAlive(page);

  await page.getByLabel("Tag").fill(tag);
  await page.getByLabel("New page").fill("/pages/autumn/index");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("1 thing needs another look")).toBeVisible();
  await page.getByLabel("New page").fill("pages/autumn/index");
  await page.getByLabel("Why").fill("秋季换页");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("3 scenes change.")).toBeVisible();
  await expect(visible(page, `${label} 1`)).toBeVisible();
  await expect(page.getByText(`${label} 4`)).toHaveCount(0);
  await expect(visible(page, "pages/autumn/index")).toBeVisible();

  await page.getByRole("button", { name: "Change 3 scenes…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Change them" }).click();
  await expect(page.getByText("3 scenes changed")).toBeVisible();
  const changed = await desk.runtime.db.sceneVersion.count({
    where: { page: "pages/autumn/index", scene: { miniProgramId } },
  });
  expect(changed).toBe(3);

  await page.goto("/scenes/pages?search=pages");
  await waitUntilAlive(page);
  await expect(page.getByText("The page in a picture can never be changed")).toBeVisible();
  const inPrint = page.getByRole("row", { name: /pages\/index\/index/ });
  await expect(inPrint.getByRole("gridcell").nth(0)).toHaveText("4");
  await expect(inPrint.getByRole("gridcell").nth(2)).toHaveText("1");
  const autumn = page.getByRole("row", { name: /pages\/autumn\/index/ });
  await expect(autumn.getByRole("gridcell").nth(2)).toHaveText("3");

  await autumn.getByRole("link", { name: "Lead scans elsewhere" }).click();
  await expect(page.getByLabel("Page it leads to")).toHaveValue("pages/autumn/index");
});

test("single values of the data are set, and what was minted meanwhile asks for another look", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const { miniProgramId, tag } = await mintStands(desk);
  await chooseMiniProgram(page, miniProgramId);
  await page.goto("/scenes/repoint");
  await waitUntilAlive(page);
  await page.getByLabel("Tag").fill(tag);
  await choose(page, /^Another page/, "Each stays on its page");
  await tick(page.getByRole("radio", { name: /^Set or take out/ }));
  await page.getByLabel("Name 1", { exact: true }).fill("season");
  await page.getByLabel("Value 1", { exact: true }).fill("12");
  await expect(page.getByText('{"season":12}')).toBeVisible();
  await page.getByRole("textbox", { name: "Take out" }).fill("table");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("3 scenes change.")).toBeVisible();

  await desk.runtime.db.code.updateMany({ where: { miniProgramId }, data: { tags: [tag] } });
  await page.getByRole("button", { name: "Change 3 scenes…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Change them" }).click();
  await expect(page.getByText(/It would be 4 scenes now, not the 3/)).toBeVisible();
  expect(await desk.runtime.db.sceneVersion.count({ where: { scene: { miniProgramId } } })).toBe(0);

  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Change 4 scenes…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Change them" }).click();
  await expect(page.getByText("4 scenes changed")).toBeVisible();
  const versions = await desk.runtime.db.sceneVersion.findMany({
    where: { scene: { miniProgramId } },
  });
  expect(versions.map(({ payload }) => payload)).toEqual(
    versions.map(() => ({ shop: "朝阳", season: 12 })),
  );
});

test("a campaign says what its data is made of, and the same data offers the code that is there", async ({
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  await signInAs("operator");
  const { id: miniProgramId } = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgramId);
  const campaign = `三月桌贴 ${hex(3)}`;
  await page.goto("/campaigns");
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "New campaign" }).first().click();
  await page.getByLabel("Name of the campaign").fill(campaign);
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("button", { name: `Fields of “${campaign}”` }).click();
  const dialog = page.getByRole("dialog");
  for (const [place, [label, key]] of [
    ["门店", "shop"],
    ["桌号", "table"],
  ].entries()) {
    await dialog.getByRole("button", { name: "Add a field" }).click();
    await dialog
      .getByLabel("Label")
      .nth(place)
      .fill(label ?? "");
    await dialog
      .getByLabel("Name in the data")
      .nth(place)
      .fill(key ?? "");
  }
  await dialog.getByRole("button", { name: /Kind$/ }).nth(1).click();
  await page.getByRole("option", { name: "Number" }).click();
  await dialog.getByRole("checkbox", { name: "Has to be filled in" }).nth(1).click({ force: true });
  await dialog.getByRole("button", { name: "Move field 2 up" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("2 fields")).toBeVisible();

  const table = String(Math.floor(Math.random() * 1_000_000));
  const fill = async (label: string) => {
    await page.goto("/codes/new");
    await waitUntilAlive(page);
    await page.getByLabel("Label").fill(label);
    await choose(page, /^No campaign/, campaign);
    await tick(page.getByRole("radio", { name: /^Store a JSON payload/ }));
  };
  await fill("7 号桌");
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  await expect(page.getByText("“桌号” is missing. Fill it in")).toBeVisible();
  await page.getByRole("textbox", { name: "桌号" }).fill(table);
  await page.getByRole("textbox", { name: "桌号" }).press("Tab");
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  await expect(page.getByText("Minted: 7 号桌")).toBeVisible();
  const code = await desk.runtime.db.code.findFirstOrThrow({
    where: { miniProgramId },
    include: { meaning: true },
  });
  expect(code.meaning?.payload).toEqual({ table: Number(table) });

  await fill("又一张");
  await page.getByRole("textbox", { name: "桌号" }).fill(table);
  await page.getByRole("textbox", { name: "桌号" }).press("Tab");
  await expect(page.getByText(/1 code with this page and data already there/)).toBeVisible();
  await page.getByRole("button", { name: "Use that one" }).click();
  await expect(page.getByText("Minted before: 7 号桌")).toBeVisible();
  expect(await desk.runtime.db.code.count({ where: { miniProgramId } })).toBe(1);

  // Its serial finds it however it is typed.
  await page.goto(`/codes?search=${code.serial.replace("-", "").toLowerCase()}`);
  await page.getByRole("link", { name: "7 号桌" }).filter({ visible: true }).first().click();
  await expect(page.getByText(code.serial, { exact: true })).toBeVisible();
});

test("Chinese in a scene is explained, and one click makes data of it", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  await page.goto("/codes/new");
  await waitUntilAlive(page);
  await page.getByRole("textbox", { name: "Scene" }).fill("shop=徐汇店&table=7");
  await expect(page.getByText(/cannot be percent-encoded into a scene either/)).toBeVisible();
  await page.getByRole("button", { name: "Store it as a payload instead" }).click();
  await expect(page.getByRole("textbox", { name: "JSON payload" })).toHaveValue(
    JSON.stringify({ shop: "徐汇店", table: 7 }, null, 2),
  );
});
