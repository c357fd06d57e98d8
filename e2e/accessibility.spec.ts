import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const SCREENS = [
  "/",
  "/codes",
  "/codes?view=gallery",
  "/codes/new",
  "/batches",
  "/batches/new",
  "/campaigns",
  "/scenes",
  "/scenes/pages",
  "/scenes/repoint",
  "/scans",
  "/quota",
  "/quota/settings",
  "/audit",
  "/mini-programs",
  "/mini-programs/new",
  "/mini-programs/platforms",
  "/mini-programs/platforms/new",
  "/sandbox",
  "/account",
];

async function seriousFindings(page: Page): Promise<string[]> {
  // React Aria's announcer leaves its spoken text in the page for a few seconds, without a role.
  const { violations } = await new AxeBuilder({ page }).exclude("[data-live-announcer]").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

test("the sign-in screen has no serious finding", async ({ page }) => {
  await page.goto("/sign-in");
  expect(await seriousFindings(page)).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("no screen has a serious finding", async ({ page, signInAs, desk }) => {
      test.slow();
      await signInAs("admin");
      const { db } = desk.runtime;
      const miniProgram = await db.miniProgram.findFirstOrThrow({ where: { isSandbox: true } });
      const code = await db.code.findFirst({ where: { status: "minted" } });
      const platform = await db.platform.findFirstOrThrow({ where: { isSandbox: true } });
      const scene = await db.scene.findFirst();
      const details = [
        `/mini-programs/${miniProgram.id}`,
        `/mini-programs/platforms/${platform.id}`,
        ...(code ? [`/codes/${code.id}`] : []),
        ...(scene ? [`/scenes/${scene.id}`] : []),
      ];
      for (const address of [...SCREENS, ...details]) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await seriousFindings(page), address).toEqual([]);
      }
    });
  });
}
