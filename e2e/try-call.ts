import type { Locator, Page } from "@playwright/test";
import { waitUntilAlive } from "./wait-until-alive";

/** The reference, alive. */
export async function openReference(page: Page): Promise<void> {
  await page.goto("/developers");
  await waitUntilAlive(page);
}

/** Opens the form of a call on the reference page that is shown. */
export async function openTry(page: Page, operationId: string): Promise<Locator> {
  const call = page.locator(`#${operationId}`);
  await call.getByText("Try it", { exact: true }).click();
  return call;
}
