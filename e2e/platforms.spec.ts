import { expect, test } from "./fixtures";
import { addSandboxMiniProgram, hex, mintUnlimited } from "./sandbox-mini-program";
import { tick } from "./tick";

const SANDBOX_PLATFORM = "wx5a4db0c0dec00001";

test("connects a mini program by way of a platform, mints, and hears of the withdrawal", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  await page.goto("/mini-programs");
  await page.getByRole("link", { name: "Third-party platforms" }).click();
  await page.getByRole("link", { name: /Sandbox platform/ }).click();
  await page.getByRole("button", { name: "Ask for tickets again" }).click();
  await expect(page.getByText("The ticket is valid and pushes arrive.")).toBeVisible();

  await page.getByRole("button", { name: /Which mini program/ }).click();
  await page.getByRole("option", { name: new RegExp(miniProgram.appid) }).click();
  await page.getByRole("button", { name: "Make an authorisation link" }).click();
  const opening = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Open WeChat's page" }).click();
  const consent = await opening;
  await consent.getByRole("button", { name: /Authorise/ }).click();
  await consent.waitForURL(`**/mini-programs/${miniProgram.id}?authorized=1`);
  await expect(consent.getByText(/^Authorised: the tokens/)).toBeVisible();
  const { db } = desk.runtime;
  const where = { id: miniProgram.id };
  expect(await db.miniProgram.findUnique({ where })).toMatchObject({ tokenSource: "platform" });
  await mintUnlimited(consent, miniProgram);

  await page.reload();
  await expect(page.getByRole("link", { name: new RegExp(miniProgram.name) })).toBeVisible();

  await desk.sandbox("POST", `/components/${SANDBOX_PLATFORM}/unauthorise`, {
    appid: miniProgram.appid,
  });
  await page.goto(`/mini-programs/${miniProgram.id}`);
  await expect(page.getByText("withdrew the consent at WeChat")).toBeVisible();

  // Its own secret is still there to go back to.
  await tick(page.getByRole("radio", { name: /^Stable tokens/ }));
  await page.getByRole("button", { name: "Save the token source" }).click();
  await expect(page.getByText("The token source is kept")).toBeVisible();
  await mintUnlimited(page, miniProgram);
});

test("takes no consent that this person did not begin", async ({ page, signInAs, desk }) => {
  const { id } = await desk.runtime.db.platform.findFirstOrThrow({ where: { isSandbox: true } });
  const back = `/api/platforms/${id}/authorized?auth_code=code&expires_in=3600&state=1.x`;
  await page.goto(back);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signInAs("admin");
  await page.goto(back);
  await expect(page).toHaveURL(new RegExp(`/mini-programs/platforms/${id}\\?problem=`));
  await expect(page.getByText("The mini program was not connected")).toBeVisible();
  await expect(page.getByText(/the link is too old/)).toBeVisible();
});

test("believes no push without WeChat's signature", async ({ request, desk }) => {
  const { id } = await desk.runtime.db.platform.findFirstOrThrow({ where: { isSandbox: true } });
  const query = "timestamp=1&nonce=2&encrypt_type=aes&msg_signature=0";
  const push = (platformId: string, data: string) =>
    request.post(`/api/wechat/platforms/${platformId}/events?${query}`, { data });
  const forged = "<xml><AppId>x</AppId><Encrypt>AAAA</Encrypt></xml>";
  expect((await push(id, forged)).status()).toBe(403);
  expect((await push(id, "x".repeat(70_000))).status()).toBe(403);
  expect((await push(crypto.randomUUID(), forged)).status()).toBe(404);
  expect((await push("nonsense", forged)).status()).toBe(404);
});

test("registers a platform, explains what is wrong, and replaces its key", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("admin");
  const componentAppId = `wx${hex(8)}`;
  await page.goto("/mini-programs/platforms/new");
  await page.getByLabel("Name").fill("春风服务商");
  await page.getByLabel("Component AppID").fill(componentAppId);
  await page.getByLabel("Component AppSecret").fill(hex(16));
  await page.getByLabel("Message token").fill("deskpush");
  await page.getByLabel("EncodingAESKey").fill("short");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByLabel("EncodingAESKey")).toBeFocused();
  await expect(page.getByText(/it is 43 letters or digits/).first()).toBeVisible();
  await page.getByLabel("EncodingAESKey").fill("k".repeat(43));
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("春风服务商");
  await expect(page.getByText(/\/api\/wechat\/platforms\/[0-9a-f-]+\/events/)).toBeVisible();
  await expect(page.getByText("A valid ticket is needed")).toBeVisible();

  await page.getByRole("button", { name: "Edit…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("EncodingAESKey").fill("n".repeat(43));
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const kept = await desk.runtime.db.platform.findUniqueOrThrow({ where: { componentAppId } });
  expect(kept.previousKeyCiphertext).not.toBeNull();
  await desk.runtime.db.platform.delete({ where: { componentAppId } });
});

test("an operator sees platforms but cannot change them", async ({ page, signInAs }) => {
  await signInAs("operator");
  await page.goto("/mini-programs/platforms");
  await expect(page.getByRole("link", { name: "Register a platform" })).toHaveCount(0);
  await page.getByRole("link", { name: /Sandbox platform/ }).click();
  await expect(page.getByRole("heading", { name: "Facts" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask for tickets again" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Edit…" })).toHaveCount(0);
});
