import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "@playwright/test";
import { expect, fillSignIn, test } from "./fixtures";
import type { Person } from "./fixtures";
import { signedInPhone } from "./signed-in-phone";
import { tick } from "./tick";

const PASSWORD = "lantern otter quarry seven";

/** Another person's browser, already signed in. */
async function openDesk(browser: Browser, person: Person): Promise<Page> {
  const page = await browser.newPage({ locale: "en-US" });
  await page.goto("/sign-in");
  await fillSignIn(page, person);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  return page;
}

/** Leaves of the list only the row of this person, and gives it. */
async function findRow(page: Page, { email }: { email: string }) {
  await page.goto(`/people?search=${encodeURIComponent(email)}`);
  const row = page.getByRole("row").filter({ hasText: email });
  await expect(row).toBeVisible();
  return row;
}

/** Presses once more when the first press came before the page was alive. */
async function press(opener: Locator, opened: Locator): Promise<void> {
  await expect(async () => {
    if (!(await opened.isVisible())) await opener.click({ timeout: 2_000 });
    await expect(opened).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function choose(page: Page, opener: string | RegExp, item: Locator): Promise<void> {
  await press(page.getByRole("button", { name: opener }), item);
  await item.click();
}

async function act(page: Page, name: string, label: string): Promise<void> {
  await choose(page, `Actions for ${name}`, page.getByRole("menuitem", { name: label }));
}

async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto("/people");
  const dialog = page.getByRole("dialog");
  await press(page.getByRole("button", { name: "Invite", exact: true }), dialog);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Name").fill("Wang Fang");
  await tick(dialog.getByRole("radio", { name: role }));
  await dialog.getByRole("button", { name: "Make the invite" }).click();
  const url = await dialog.getByLabel("Link", { exact: true }).innerText();
  await dialog.getByRole("button", { name: "I have it" }).click();
  return url.trim();
}

test("an invite makes one account with the rights of its role, and opens no second time", async ({
  page,
  signInAs,
  browser,
}) => {
  await signInAs("admin");
  const email = `${randomUUID()}@example.com`;
  const url = await invite(page, email, "Operator");
  await expect(page.getByText(email)).toBeVisible();

  const guest = await browser.newPage({ locale: "en-US" });
  await guest.goto(url);
  await expect(guest.getByText("林悦 invites you.")).toBeVisible();
  await guest.getByLabel("Choose a password").fill("password123");
  await expect(guest.getByText("Guessed at once.")).toBeVisible();
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByRole("alert").first()).toContainText("password");
  await guest.getByLabel("Choose a password").fill(PASSWORD);
  await expect(guest.getByText("Very good.")).toBeVisible();
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Overview");

  await guest.goto("/codes/new");
  await expect(guest.getByRole("button", { name: "Mint", exact: true })).toBeVisible();
  await guest.goto("/people");
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await expect(guest.getByRole("link", { name: "People" })).toHaveCount(0);

  const again = await guest.goto(url);
  expect(again?.status()).toBe(404);
  await expect(guest.getByText("This link does not work any more").last()).toBeVisible();
  await guest.close();
});

test("a withdrawn invite opens nothing, and a new link takes its place", async ({
  page,
  signInAs,
  browser,
}) => {
  await signInAs("admin");
  const email = `${randomUUID()}@example.com`;
  const withdrawn = await invite(page, email, "Marketing");
  const item = page.getByRole("listitem").filter({ hasText: email });
  await item.getByRole("button", { name: /Withdraw/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(item.getByText("Withdrawn")).toBeVisible();

  const guest = await browser.newPage({ locale: "en-US" });
  await guest.goto(withdrawn);
  await expect(guest.getByText("This link does not work any more").last()).toBeVisible();
  await item.getByRole("button", { name: /New link/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("E-mail")).toHaveValue(email);
  await dialog.getByRole("button", { name: "Make the invite" }).click();
  await guest.goto((await dialog.getByLabel("Link", { exact: true }).innerText()).trim());
  await expect(guest.getByRole("heading", { name: "Join Mintdesk" })).toBeVisible();
  await guest.close();
});

test("a change of role holds in a session that is open, after a question when it takes away", async ({
  page,
  signInAs,
  browser,
  desk,
}) => {
  const person = await desk.addPerson("operator");
  const theirs = await openDesk(browser, person);
  await theirs.goto("/codes");
  await expect(theirs.getByRole("link", { name: "New code" }).first()).toBeVisible();

  await signInAs("admin");
  const row = await findRow(page, person);
  await choose(page, /Role of/, page.getByRole("menuitemradio", { name: /Marketing/ }));
  await page.getByRole("alertdialog").getByRole("button", { name: "Change role" }).click();
  await expect(row.getByText("Marketing")).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Codes");
  await expect(theirs.getByRole("link", { name: "New code" })).toHaveCount(0);
  await theirs.close();
});

test("disabling throws a person out at once, until they are let in again", async ({
  page,
  signInAs,
  browser,
  desk,
}) => {
  const person = await desk.addPerson("operator");
  const theirs = await openDesk(browser, person);
  await signInAs("admin");
  const row = await findRow(page, person);
  await act(page, person.name, "Disable…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(row.getByText("Disabled")).toBeVisible();
  await theirs.goto("/codes");
  await expect(theirs).toHaveURL(/\/sign-in/);

  await act(page, person.name, "Let in again");
  await expect(row.getByText("Active")).toBeVisible();
  await fillSignIn(theirs, person);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Codes");
  await act(page, person.name, "End sessions…");
  await page.getByRole("alertdialog").getByRole("button", { name: "End sessions" }).click();
  await expect(page.getByText(`Every session of ${person.name} has ended`)).toBeVisible();
  await theirs.goto("/codes");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.close();
});

test("a reset link sets a new password once, and the old one is over", async ({
  page,
  signInAs,
  browser,
  desk,
}) => {
  const person = await desk.addPerson("marketing");
  await signInAs("admin");
  await findRow(page, person);
  await act(page, person.name, "Reset link…");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const url = (await dialog.getByLabel("Link", { exact: true }).innerText()).trim();

  const theirs = await browser.newPage({ locale: "en-US" });
  await theirs.goto(url);
  await theirs.getByLabel("New password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await expect(theirs).toHaveURL(/\/sign-in\?changed=password/);
  await fillSignIn(theirs, person);
  await expect(theirs.getByText("E-mail or password is wrong").first()).toBeVisible();
  await fillSignIn(theirs, { ...person, password: PASSWORD });
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await theirs.goto(url);
  await expect(theirs.getByText("This link does not work any more").last()).toBeVisible();
  await theirs.close();
});

test("administrators cannot do any of it to themselves, and see whom a rule would concern", async ({
  page,
  signInAs,
}) => {
  const me = await signInAs("admin");
  const row = await findRow(page, me);
  await expect(row.getByText("You", { exact: true })).toBeVisible();
  await expect(row.getByRole("button")).toHaveCount(0);
  await tick(page.getByRole("radio", { name: /Everyone/ }));
  await expect(page.getByText(/they have one\.|have one already/)).toBeVisible();
  await expect(page.getByText("You lack it too")).toBeVisible();
});

test("on a phone and in Chinese the list is cards, and nothing is wider than the screen", async ({
  browser,
  desk,
}) => {
  const person = await desk.addPerson("admin");
  const page = await signedInPhone(browser, person);
  await page.goto("/people");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("成员");
  await page.getByLabel("搜索成员").fill(person.email);
  await expect(page.getByRole("listitem").filter({ hasText: person.email })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "邀请成员" }).click();
  await page.getByRole("button", { name: "生成邀请" }).click();
  await expect(page.getByText("请填写姓名。")).toBeVisible();
  await page.context().close();
});
