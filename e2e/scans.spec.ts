import { readFile } from "node:fs/promises";
import type { Runtime } from "@/lib/runtime";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { addSandboxMiniProgram, chooseMiniProgram, hex } from "./sandbox-mini-program";
import type { SandboxMiniProgram } from "./sandbox-mini-program";

const COUNTED_WITHIN = { timeout: 15_000 };

/** A minted B code of the mini program; gives its scene as well. */
async function mint(runtime: Runtime, miniProgram: SandboxMiniProgram, label: string) {
  const scene = `t=${hex(5)}`;
  const minted = await mintedCode(runtime, miniProgram.id, {
    label,
    carries: { as: "scene", scene },
  });
  return { id: minted.id, scene };
}

/** What a mini program does after a scan. */
async function askGate(
  runtime: Runtime,
  { appid }: SandboxMiniProgram,
  { scene, phone, query = "" }: { scene: string; phone: string; query?: string },
) {
  const place = `${appid}/scenes/${encodeURIComponent(scene)}`;
  const answer = await fetch(`${runtime.env.gateUrl}/v1/mini-programs/${place}${query}`, {
    headers: { "User-Agent": `${phone} MicroMessenger/8.0.50` },
  });
  expect(answer.status).toBe(200);
}

test("a test with a phone ticks when the gate is asked, and stands in the history", async ({
  page,
  signInAs,
  desk,
}) => {
  const person = await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { id, scene } = await mint(desk.runtime, miniProgram, "门口立牌");
  await page.goto(`/codes/${id}`);
  await expect(page.getByText("Nobody has tested it with a phone yet.")).toBeVisible();
  await page.getByRole("button", { name: "Start the test" }).click();
  await expect(page.getByText("Waiting for the scan…")).toBeVisible();
  await expect(page.getByRole("img", { name: "The code 门口立牌, to be scanned" })).toBeVisible();

  await askGate(desk.runtime, miniProgram, { scene, phone: "iPhone", query: "?sceneValue=1047" });
  await expect(page.getByText("The scan arrived")).toBeVisible(COUNTED_WITHIN);
  await expect(page.getByText("1047 · scanned a mini program code").first()).toBeVisible();
  await expect(page.getByText(/^iPhone/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Not you? Test again" })).toBeVisible();

  await page.reload();
  await expect(page.getByText("Tested last")).toBeVisible();
  await expect(page.getByText(person.name).first()).toBeVisible();
  await expect(page.getByText("0 repeats, 1 test", { exact: true })).toBeVisible();
  await page.goto("/audit?action=scene.tested");
  await expect(page.getByText(`saw the scene “${scene}” scanned`).first()).toBeVisible();
});

test("a test is called as a developer calls it, and can be stopped", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { id } = await mint(desk.runtime, miniProgram, "桌贴");
  await page.goto(`/codes/${id}`);
  await page.getByRole("button", { name: "Start the test" }).click();
  await page.getByRole("button", { name: "Stop waiting" }).click();
  await expect(page.getByRole("button", { name: "Start the test" })).toBeVisible();
  await page.getByRole("button", { name: "Start the test" }).click();
  await page.getByText("Without a phone").click();
  const command = await page.getByText(/^curl '/).innerText();
  const address = command.slice("curl '".length, -1);
  expect((await fetch(address)).status).toBe(200);
  await expect(page.getByText("The scan arrived")).toBeVisible(COUNTED_WITHIN);
});

test("scans of different phones are counted, and a second one within the minute is not", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("marketing");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/scans");
  await expect(page.getByText("No scans yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "The lines to paste" })).toHaveAttribute(
    "href",
    "/scenes/developers",
  );

  const { id, scene } = await mint(desk.runtime, miniProgram, "外带杯");
  for (const phone of ["iPhone", "Android", "iPhone"]) {
    await askGate(desk.runtime, miniProgram, { scene, phone });
  }
  const counted = async () => {
    const total = await desk.runtime.db.scanTotal.findFirst({
      where: { miniProgramId: miniProgram.id },
    });
    return total && [total.scans, total.repeats];
  };
  await expect.poll(counted, COUNTED_WITHIN).toEqual([2, 1]);
  await page.reload();
  const slider = page.getByRole("slider", { name: /Scans per day/ });
  await expect(slider).toHaveAttribute("aria-valuetext", /Scans 2, .*Repeats 1, Tests 0$/);
  await expect(page.getByText("none before · 0 in the 30 days before")).toBeVisible();
  await expect(page.getByRole("link", { name: "外带杯" })).toBeVisible();
  await page.getByRole("button", { name: /Days/ }).click();
  await page.getByRole("option", { name: "Last 7 days" }).click();
  await expect(page).toHaveURL(/period=7/);
  await expect(page.getByText("on average over 7 days")).toBeVisible();

  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).first().click();
  const csv = await readFile(await (await arriving).path(), "utf8");
  expect(csv).toContain(`${scene},外带杯,`);

  await page.goto(`/codes/${id}`);
  await expect(page.getByText("1 repeat, 0 tests")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start the test" })).toHaveCount(0);
});

test("a code nobody has scanned is found, and by how long ago it was minted", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("marketing");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { id } = await mint(desk.runtime, miniProgram, "被遗忘的海报");
  const mintedAt = new Date(Date.now() - 40 * 86_400_000);
  await desk.runtime.db.code.update({
    where: { id },
    data: { mintedAt, createdAt: mintedAt },
  });
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/scans");
  await expect(page.getByRole("link", { name: "被遗忘的海报" })).toBeVisible();
  await page.getByRole("button", { name: /Minted before/ }).click();
  await page.getByRole("option", { name: "90 days ago" }).click();
  await expect(
    page.getByText(/No code minted more than 90 days ago is without a scan/),
  ).toBeVisible();
});
