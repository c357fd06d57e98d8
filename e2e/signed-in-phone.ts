import type { Browser, Page } from "@playwright/test";
import type { Person } from "./fixtures";

/** A page of a phone whose browser speaks Chinese, with this person signed in. */
export async function signedInPhone(browser: Browser, { email, password }: Person): Promise<Page> {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.pathname === "/");
  return page;
}
