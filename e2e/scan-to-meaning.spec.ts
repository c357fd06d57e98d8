import { createHmac, randomUUID } from "node:crypto";
import { openSceneKit } from "@/lib/gate/testing/open-scene-kit";
import { expect, test } from "./fixtures";
import { addSandboxMiniProgram, chooseMiniProgram, mintUnlimited } from "./sandbox-mini-program";
import { tick } from "./tick";
import { waitUntilAlive } from "./wait-until-alive";

/** A phone of its own each time, so that no answer is one it kept. */
function phone(gateUrl: string, appId: string) {
  return (scene: string) =>
    openSceneKit(
      { gateUrl, appId },
      { storage: new Map(), enteredBy: 1047 },
    )({
      scene: 1047,
      query: { scene: encodeURIComponent(scene) },
    });
}

test("minted, scanned, re-pointed, scanned again, planned, retired: the phone always hears what holds", async ({
  page,
  signInAs,
  desk,
}) => {
  test.slow();
  await signInAs("operator");
  const { id, appid } = await addSandboxMiniProgram(desk);
  const scan = phone(desk.runtime.env.gateUrl, appid);
  await chooseMiniProgram(page, id);
  await page.goto("/codes/new");
  const label = `徐汇店 ${randomUUID().slice(0, 6)}`;
  await page.getByLabel("Label").fill(label);
  await tick(page.getByRole("radio", { name: "Store a JSON payload" }));
  await page.getByRole("textbox", { name: "Payload" }).fill('{"shop": "徐汇", "table": 7}');
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  await expect(page.getByText(`Minted: ${label}`)).toBeVisible();
  const { id: sceneId, value } = await desk.runtime.db.scene.findFirstOrThrow({
    where: { miniProgramId: id },
  });
  expect(await scan(value)).toMatchObject({
    status: "ok",
    page: "pages/index/index",
    payload: { shop: "徐汇", table: 7 },
    version: 1,
  });
  expect(await scan(`${value.slice(0, -1)}x`)).toMatchObject({ status: "unknown", payload: null });

  await page.goto(`/scenes/${sceneId}`);
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("textbox", { name: "Payload" }).fill('{"shop": "静安"}');
  await page.getByRole("button", { name: "Put in force now" }).click();
  await expect(page.getByRole("article", { name: "Version 2", exact: true })).toBeVisible();
  expect(await scan(value)).toMatchObject({ version: 2, payload: { shop: "静安" } });

  // A version that is due in some seconds, the clock being the database's.
  await desk.runtime.db.$executeRaw`
    INSERT INTO scene_versions (scene_id, version, page, payload, effective_from, created_by_name, created_at)
    VALUES (${sceneId}::uuid, 3, 'pages/shop/index', '{"shop": "浦东"}', now() + interval '3 seconds', 'e2e', now())`;
  expect(await scan(value)).toMatchObject({ version: 2 });
  await expect.poll(async () => (await scan(value)).version, { timeout: 10_000 }).toBe(3);
  expect(await scan(value)).toMatchObject({ page: "pages/shop/index", payload: { shop: "浦东" } });

  await page.reload();
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "Retire…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Lost or torn off", { exact: true }).click();
  await dialog.getByRole("textbox", { name: "Fallback page" }).fill("pages/campaign/index");
  await dialog.getByRole("button", { name: "Retire", exact: true }).click();
  await expect(page.getByText(/^Retired since/)).toBeVisible();
  expect(await scan(value)).toMatchObject({ status: "retired", page: "pages/campaign/index" });
});

test("developers find the file, their addresses and code to paste", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("marketing");
  const { id, appid } = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, id);
  await page.goto("/scenes/developers");
  await expect(page.getByText(desk.runtime.env.gateUrl, { exact: true })).toBeVisible();
  await expect(
    page.getByLabel("1 · Once for the whole mini program", { exact: true }),
  ).toContainText(appid);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "mintdesk-scene.js" }).click();
  const file = await (await downloading).createReadStream();
  const text = Buffer.concat(await file.toArray()).toString("utf8");
  expect(text).toContain("module.exports = function (settings)");
});

test("an administrator makes a signing key, and the gate signs with it", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  const { id, appid } = miniProgram;
  await mintUnlimited(page, miniProgram);
  const { value } = await desk.runtime.db.scene.findFirstOrThrow({ where: { miniProgramId: id } });
  const ask = async () => {
    const scene = encodeURIComponent(value);
    const { gateUrl } = desk.runtime.env;
    const answer = await fetch(`${gateUrl}/v1/mini-programs/${appid}/scenes/${scene}`);
    return { signature: answer.headers.get("x-mintdesk-signature"), body: await answer.text() };
  };
  expect((await ask()).signature).toBeNull();
  await page.goto(`/mini-programs/${id}`);
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "Make a signing key" }).click();
  const dialog = page.getByRole("dialog");
  const key = await dialog.locator("pre").innerText();
  expect(key).toMatch(/^mks_/);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText("Signs its answers since")).toBeVisible();
  const { signature, body } = await ask();
  const time = /^t=(\d+),/.exec(signature ?? "")?.[1] ?? "";
  const hash = createHmac("sha256", key).update(`${time}.${body}`).digest("hex");
  expect(signature).toBe(`t=${time},v1=${hash}`);
  await page.getByRole("textbox", { name: "Keep single scans" }).fill("30");
  await page.getByRole("button", { name: "Save the days" }).click();
  await expect(page.getByText("is saved").first()).toBeVisible();
  const kept = await desk.runtime.db.miniProgram.findUniqueOrThrow({ where: { id } });
  expect(kept.scanRetentionDays).toBe(30);
  await page.getByRole("button", { name: "Stop signing" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stop signing" }).click();
  await expect(page.getByText("Answers are not signed")).toBeVisible();
});
