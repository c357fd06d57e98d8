import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";

test("marketing sees codes but is offered no way to mint", async ({ page, signInAs }) => {
  await signInAs("marketing");
  await page.goto("/codes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Codes");
  await expect(page.getByRole("link", { name: "New code" })).toHaveCount(0);
  await page.goto("/codes/new");
  await expect(page.getByText("Your role can only look")).toBeVisible();
  await expect(page.getByRole("button", { name: "Mint", exact: true })).toHaveCount(0);
});

test("marketing cannot mint by calling the action itself either", async ({
  page,
  signInAs,
  browser,
  desk,
}) => {
  // An operator's mint is recorded on the wire and sent again with a marketing session.
  await signInAs("operator");
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill("重放");
  await page.getByRole("textbox", { name: "Scene" }).fill(`r=${randomUUID().slice(0, 6)}`);
  const sent = page.waitForRequest((request) => "next-action" in request.headers());
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  const action = await sent;
  await expect(page.getByText("Minted: 重放")).toBeVisible();

  const marketing = await browser.newContext({ locale: "en-US" });
  const other = await marketing.newPage();
  const person = await desk.addPerson("marketing");
  await other.goto("/sign-in");
  await other.getByLabel("E-mail").fill(person.email);
  await other.getByLabel("Password", { exact: true }).fill(person.password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Overview");

  const codeCount = await desk.runtime.db.code.count();
  const replay = await other.request.post(action.url(), {
    headers: {
      "next-action": action.headers()["next-action"] ?? "",
      "content-type": action.headers()["content-type"] ?? "",
      accept: "text/x-component",
      origin: new URL(action.url()).origin,
    },
    data: (action.postData() ?? "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID()),
  });
  expect(replay.status()).toBe(200);
  expect(await replay.text()).toContain('"code":"forbidden"');
  expect(await desk.runtime.db.code.count()).toBe(codeCount);
  await marketing.close();
});

test("a stranger gets neither pictures nor prices", async ({ request }) => {
  const picture = await request.get(`/api/codes/${randomUUID()}/picture`);
  expect(picture.status()).toBe(401);
  const price = await request.post("/api/codes/price", { data: {} });
  expect(price.status()).toBe(401);
});
