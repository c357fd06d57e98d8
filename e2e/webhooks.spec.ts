import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { WebhookRow } from "@/lib/webhooks/schema";
import { openReceiver, status } from "@/lib/webhooks/testing/open-receiver";
import type { Receiver } from "@/lib/webhooks/testing/open-receiver";
import { expect, test as base } from "./fixtures";
import { waitUntilAlive } from "./wait-until-alive";

const test = base.extend<{ receiver: Receiver }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  receiver: async ({}, use) => {
    const receiver = await openReceiver();
    await use(receiver);
    receiver.close();
  },
});

type Written = Pick<WebhookRow, "name" | "url">;

const newName = () => `CRM ${randomUUID().slice(0, 8)}`;

/** The form for a new webhook, filled in. */
async function fillForm(page: Page, { name, url }: Written) {
  await page.goto("/developers/webhooks");
  await waitUntilAlive(page);
  await page.getByRole("button", { name: "New webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("textbox", { name: "Address" }).fill(url);
  await dialog.getByRole("checkbox", { name: /^Pack ready/ }).click({ force: true });
  return dialog;
}

/** Creates a webhook on its screen, keeps its secret, and ends on its page. */
async function createWebhook(page: Page, written: Written): Promise<string> {
  const dialog = await fillForm(page, written);
  await dialog.getByRole("button", { name: "Create the webhook" }).click();
  await expect(dialog.getByText("The webhook is ready")).toBeVisible();
  const secret = (await dialog.getByLabel("Signing secret", { exact: true }).innerText()).trim();
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(written.name);
  await waitUntilAlive(page);
  return secret;
}

/** Without what other journeys make happen meanwhile. */
function testsIn({ messages }: Receiver) {
  return messages.filter(({ body }) => (JSON.parse(body) as { test?: true }).test);
}

/** The first message of the log, by its state. */
function messageIn(page: Page, state: string) {
  const messages = page.getByRole("list", { name: "Messages" });
  return messages.getByRole("button", { name: new RegExp(`Code minted.*Test.*${state}`) });
}

test("a webhook is made, its secret shown once, and a test message arrives with a signature that holds", async ({
  page,
  signInAs,
  receiver,
}) => {
  await signInAs("admin");
  const written = { name: newName(), url: receiver.url };
  const secret = await createWebhook(page, written);
  expect(secret).toMatch(/^whsec_[\w+/=]{32,}$/);
  expect(await page.content()).not.toContain(secret);

  await page.getByRole("button", { name: "Send a test message" }).click();
  await expect(messageIn(page, "Delivered")).toBeVisible({ timeout: 30_000 });
  const [message] = testsIn(receiver);
  expect(receiver.read(message, secret)).toMatchObject({ type: "code.minted", test: true });

  await messageIn(page, "Delivered").click();
  await expect(page.getByText(message?.id ?? "", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Message", { exact: true })).toContainText('"code.minted"');
  const attempts = page.getByRole("list", { name: "Attempts" });
  await expect(attempts.getByText("204", { exact: true })).toBeVisible();

  await page.goto("/developers/webhooks");
  const row = page.getByRole("row").filter({ hasText: written.name });
  await expect(row.getByText("Working")).toBeVisible();
  await expect(row.getByText("Delivered")).toBeVisible();
});

test("a failed attempt is told in words, and the message is sent again by hand", async ({
  page,
  signInAs,
  receiver,
}) => {
  await signInAs("admin");
  const refusal = status(500, "no space left <b>here</b>");
  receiver.answers.push(...Array.from({ length: 50 }, () => refusal));
  const secret = await createWebhook(page, { name: newName(), url: receiver.url });
  await page.getByRole("button", { name: "Send a test message" }).click();
  await expect(messageIn(page, "Waiting.*\\d attempt")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Nothing arrives; first failed attempt:")).toBeVisible();
  await messageIn(page, "Waiting").click();
  const attempts = page.getByRole("list", { name: "Attempts" });
  await expect(attempts.getByText("The receiver answered 500.").first()).toBeVisible();
  await expect(attempts.getByText("no space left <b>here</b>").first()).toBeVisible();

  receiver.answers.length = 0;
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(messageIn(page, "Delivered")).toBeVisible({ timeout: 30_000 });
  await expect(attempts.getByText("204", { exact: true })).toBeVisible();
  await expect(page.getByText("Working", { exact: true })).toBeVisible();
  const messages = testsIn(receiver);
  expect(new Set(messages.map(({ id }) => id)).size).toBe(1);
  for (const message of messages) expect(receiver.read(message, secret)).toBeTruthy();
});

test("during a change of secret both hold, and a webhook is disabled, enabled and removed", async ({
  page,
  signInAs,
  receiver,
}) => {
  await signInAs("admin");
  const name = newName();
  const former = await createWebhook(page, { name, url: receiver.url });
  await page.getByRole("button", { name: "New secret" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText(/For 24 hours/)).toBeVisible();
  await question.getByRole("button", { name: "New secret" }).click();
  const dialog = page.getByRole("dialog");
  const secret = (await dialog.getByLabel("Signing secret", { exact: true }).innerText()).trim();
  expect(secret).not.toBe(former);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText("The former one signs as well until")).toBeVisible();
  await page.getByRole("button", { name: "Send a test message" }).click();
  await expect(messageIn(page, "Delivered")).toBeVisible({ timeout: 30_000 });
  const [message] = testsIn(receiver);
  for (const held of [former, secret]) expect(receiver.read(message, held)).toBeTruthy();

  await page.getByRole("button", { name: "Disable" }).click();
  await question.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("Disabled by hand")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a test message" })).toHaveCount(0);
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("Working", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Remove" }).click();
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(page).toHaveURL(/\/developers\/webhooks$/);
  await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(0);
});

test("an address that leads inside is refused by its rule, and what was typed stays", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin");
  const name = newName();
  const dialog = await fillForm(page, { name, url: "https://169.254.169.254/latest" });
  await expect(dialog.getByText(/reachable on the public internet/)).toBeVisible();
  await dialog.getByRole("button", { name: "Create the webhook" }).click();
  await expect(dialog.getByText(/leads inside the network/)).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue(name);
  await expect(dialog.getByRole("textbox", { name: "Address" })).toHaveValue(/169\.254/);
  await expect(dialog.getByRole("checkbox", { name: /^Pack ready/ })).toBeChecked();
  await dialog.getByRole("textbox", { name: "Address" }).fill("http://crm.example.com/in");
  await dialog.getByRole("button", { name: "Create the webhook" }).click();
  await expect(dialog.getByText(/does not begin with https/)).toBeVisible();
});

for (const role of ["marketing", "operator"] as const) {
  test(`${role} gets no such screen`, async ({ page, signInAs }) => {
    await signInAs(role);
    await page.goto("/developers");
    await expect(page.getByRole("link", { name: "Webhooks" })).toHaveCount(0);
    await page.goto("/developers/webhooks");
    await expect(page.getByText("Webhooks are for administrators")).toBeVisible();
    await expect(page.getByRole("button", { name: "New webhook" })).toHaveCount(0);
  });
}
