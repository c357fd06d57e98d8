import type { Locator } from "@playwright/test";
import { expect } from "./fixtures";

/** Ticks a radio, checkbox or switch, whose input is hidden: a forced click misses where the page still moves. */
export async function tick(input: Locator): Promise<void> {
  await expect(async () => {
    await input.click({ force: true });
    await expect(input).toBeChecked({ timeout: 1_000 });
  }).toPass();
}
