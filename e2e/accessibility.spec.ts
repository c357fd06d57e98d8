import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { mintedCode } from "./minted-code";
import { readyPack } from "./ready-pack";
import { hex } from "./sandbox-mini-program";
import { triedWebhook } from "./tried-webhook";

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
  "/packs",
  "/packs/new",
  "/packs/templates",
  "/packs/verify",
  "/packs/templates/new?kind=frame",
  "/packs/templates/new?kind=poster",
  "/audit",
  "/rooms",
  "/rooms/new",
  "/mini-programs",
  "/mini-programs/new",
  "/mini-programs/platforms",
  "/mini-programs/platforms/new",
  "/sandbox",
  "/people",
  "/developers",
  "/developers/webhooks",
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
      // Thirty screens and more.
      test.setTimeout(360_000);
      await signInAs("admin");
      const { db } = desk.runtime;
      const miniProgram = await db.miniProgram.findFirstOrThrow({ where: { isSandbox: true } });
      const code = await mintedCode(desk.runtime, miniProgram.id, {
        label: "门口立牌",
        carries: { as: "scene", scene: `a=${hex(4)}` },
      });
      const chosen = { kind: "codes" as const, codeIds: [code.id] };
      const packId = await readyPack(desk.runtime, chosen, "门口立牌");
      const platform = await db.platform.findFirstOrThrow({ where: { isSandbox: true } });
      const scene = await db.scene.findFirst();
      const details = [
        `/mini-programs/${miniProgram.id}`,
        `/mini-programs/platforms/${platform.id}`,
        `/codes/${code.id}`,
        `/packs/new?of=codes&ids=${code.id}`,
        `/packs/${packId}`,
        `/developers/webhooks/${await triedWebhook(desk.runtime, "客户系统")}`,
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
