import type { Page } from "@playwright/test";

/** Waits until what is drawn can be used: a click on something React does not hold yet would be lost. */
export async function waitUntilAlive(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => {
    const usable = [...document.querySelectorAll("main a, main button, main input, main summary")];
    return usable.every((one) => Object.keys(one).some((key) => key.startsWith("__reactProps$")));
  });
}
