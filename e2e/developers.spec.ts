import { randomUUID } from "node:crypto";
import { apiKeyOf } from "./api-key";
import { expect, test } from "./fixtures";
import { openReference, openTry } from "./try-call";
import { waitUntilAlive } from "./wait-until-alive";

interface Told {
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  webhooks: Record<string, { post: { operationId: string } }>;
}

test("the reference shows every call and every message of the contract", async ({
  page,
  signInAs,
  request,
}) => {
  await signInAs("marketing");
  const { paths, webhooks } = (await (await request.get("/api/v1/openapi.json")).json()) as Told;
  const calls = Object.values(paths).flatMap((item) => Object.values(item));
  await page.goto("/developers");
  const contents = page.getByRole("navigation", { name: "Contents" });
  for (const { operationId, summary } of calls) {
    const call = page.locator(`#${operationId}`);
    await expect(call.getByRole("heading", { name: summary, exact: true })).toBeVisible();
    await expect(contents.locator(`a[href="#${operationId}"]`)).toBeVisible();
  }
  for (const [type, { post }] of Object.entries(webhooks)) {
    await expect(
      page.locator(`#${post.operationId}`).getByText(type, { exact: true }),
    ).toBeVisible();
  }
  await page.getByRole("searchbox", { name: "Search the calls" }).fill("create campaign");
  await expect(contents.getByRole("link", { name: /Create a campaign/ })).toBeVisible();
  await expect(contents.getByRole("link", { name: /Read a campaign/ })).toHaveCount(0);
});

test("a call says what it takes and answers", async ({ page, signInAs }) => {
  await signInAs("operator");
  await page.goto("/developers");
  await waitUntilAlive(page);
  const call = page.locator("#createCampaign");
  await call.getByText(/^Body/).click();
  await expect(call.getByText("1–60 characters")).toBeVisible();
  await call.getByText("curl", { exact: true }).click();
  await expect(call.getByLabel("curl: Create a campaign", { exact: true })).toContainText(
    "/api/v1/campaigns",
  );
  await call.getByText("Answers", { exact: true }).click();
  await call.getByText("Fields", { exact: true }).click();
  await expect(call.getByText("codeCount")).toBeVisible();
  await page.goto("/developers#conflict");
  await expect(page.locator("#conflict")).toContainText("409");
});

test("campaigns are read with a key, and a wrong key is told in words", async ({
  page,
  signInAs,
  desk,
}) => {
  const { email } = await signInAs("operator");
  const key = await apiKeyOf(desk.runtime, email);
  await openReference(page);
  const call = await openTry(page, "listCampaigns");
  await call.getByRole("button", { name: "Send" }).click();
  await expect(call.getByText("Paste an API key first.")).toBeVisible();
  await call.getByLabel("API key").fill(`mk_${"x".repeat(43)}`);
  await call.getByRole("button", { name: "Send" }).click();
  await expect(call.getByText("401", { exact: true })).toBeVisible();
  await expect(call.getByRole("link", { name: "not_signed_in" })).toBeVisible();
  await expect(call.getByText(/API key/).last()).toBeVisible();
  await call.getByLabel("API key").fill(key);
  await call.getByRole("button", { name: "Send" }).click();
  await expect(call.getByText("200", { exact: true })).toBeVisible();
  await expect(call.getByLabel("Answer", { exact: true })).toContainText('"data"');
  await expect(call.getByText("x-request-id", { exact: true })).toBeVisible();
});

test("a campaign created by trying stands in the desk", async ({ page, signInAs, desk }) => {
  const { email } = await signInAs("operator");
  const key = await apiKeyOf(desk.runtime, email);
  const name = `Tried ${randomUUID().slice(0, 8)}`;
  await openReference(page);
  const call = await openTry(page, "createCampaign");
  await expect(call.getByText("This is no rehearsal")).toBeVisible();
  await call.getByLabel("API key").fill(key);
  const body = call.getByRole("textbox", { name: "Body" });
  await body.fill('{\n  "name" "x"\n}');
  await expect(call.getByText(/line 2, column 10/)).toBeVisible();
  await call.getByRole("button", { name: "Send" }).click();
  await expect(call.getByLabel("Answer", { exact: true })).toHaveCount(0);
  await body.fill(JSON.stringify({ name }));
  await call.getByRole("button", { name: "Send" }).click();
  await expect(call.getByText("201", { exact: true })).toBeVisible();
  await page.goto("/campaigns");
  await expect(page.getByText(name)).toBeVisible();
});
