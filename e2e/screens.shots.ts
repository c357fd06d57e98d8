import { mkdirSync } from "node:fs";
import { mintCode } from "@/lib/codes/mint-code";
import type { MintCodeInput } from "@/lib/codes/schema";
import { planned, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { readyPack } from "./ready-pack";
import { triedWebhook } from "./tried-webhook";
import { waitUntilAlive } from "./wait-until-alive";

/** Every screen for people to look at: both widths, both grounds, both languages. */
const SCREENS: Record<string, string> = {
  overview: "/",
  codes: "/codes",
  gallery: "/codes?view=gallery",
  "new-code": "/codes/new",
  batches: "/batches",
  "new-batch": "/batches/new",
  campaigns: "/campaigns",
  scenes: "/scenes",
  repoint: "/scenes/repoint",
  pages: "/scenes/pages",
  developers: "/scenes/developers",
  scans: "/scans",
  quota: "/quota",
  "quota-settings": "/quota/settings",
  packs: "/packs",
  "choose-codes": "/packs/new",
  looks: "/packs/templates",
  "check-pack": "/packs/verify",
  "new-frame": "/packs/templates/new?kind=frame",
  "new-poster": "/packs/templates/new?kind=poster",
  audit: "/audit",
  rooms: "/rooms",
  "new-room": "/rooms/new",
  "mini-programs": "/mini-programs",
  "register-mini-program": "/mini-programs/new",
  platforms: "/mini-programs/platforms",
  "register-platform": "/mini-programs/platforms/new",
  sandbox: "/sandbox",
  people: "/people",
  "api-reference": "/developers",
  webhooks: "/developers/webhooks",
  account: "/account",
};
const FOLDER = "screenshots";
const DAY_MS = 86_400_000;
const LABELS = [
  "徐汇旗舰店 门口立牌",
  "静安寺店 桌贴 12",
  "西湖店 外带杯",
  "外滩快闪 海报",
  "总部大厅 易拉宝",
];
const COLORS = ["#07C160", "#0A59F7", "#D4380D", "#000000", "#531DAB"];

test.describe.configure({ mode: "serial", timeout: 240_000 });

test.beforeAll(async ({ desk }) => {
  mkdirSync(FOLDER, { recursive: true });
  const ctx = jobContext(desk.runtime, "林悦");
  const { id: campaignId } = await createCampaign(ctx, { name: "春节门店海报" });
  const sandbox = await desk.runtime.db.miniProgram.findFirstOrThrow({
    where: { isSandbox: true },
  });
  for (const [place, label] of LABELS.entries()) {
    const input: MintCodeInput = {
      kind: "WXACODE_UNLIMITED",
      requestKey: randomUUID(),
      miniProgramId: sandbox.id,
      campaignId,
      label,
      tags: ["门店", "华东"],
      width: 430,
      autoColor: false,
      lineColor: COLORS[place] ?? "#000000",
      isHyaline: place % 2 === 1,
      envVersion: "release",
      page: place === 3 ? "pages/missing/index" : "pages/shop/index",
      carries: { as: "scene", scene: `s=10${place}&t=${place}` },
      checkPath: true,
    };
    await mintCode(ctx, input);
  }
  const scene = await desk.runtime.db.scene.findFirstOrThrow({ where: { value: "s=100&t=0" } });
  SCREENS["new-pack"] = `/packs/new?of=campaign&id=${campaignId}`;
  const ofCampaign = { kind: "campaign" as const, campaignId };
  SCREENS.pack = `/packs/${await readyPack(desk.runtime, ofCampaign, "春节门店海报")}`;
  SCREENS.scene = `/scenes/${scene.id}`;
  SCREENS.webhook = `/developers/webhooks/${await triedWebhook(desk.runtime, "客户系统（正式环境）")}`;
  await scanFor60Days(desk.runtime, sandbox.id);
  const rows = [...shops(24), ["西湖", "坏的一行"], ...shops(2)];
  const batch = { ...unlimitedBatch(sandbox.id, rows), leaveOutBad: true };
  SCREENS.batch = `/batches/${(await planned(ctx, batch)).batchId}`;
});

/** More and more scans of each code that was minted above, which the worker counts. */
async function scanFor60Days({ db }: Runtime, miniProgramId: string): Promise<void> {
  const value = { startsWith: "s=10" };
  const scenes = await db.scene.findMany({ where: { miniProgramId, value } });
  const data = scenes.flatMap(({ id: sceneId }, place) =>
    Array.from({ length: 60 * (place + 1) }, (_, scan) => ({
      sceneId,
      at: new Date(Date.now() - ((scan * 37) % 60) * DAY_MS * Math.random()),
      visitor: BigInt(scan),
      version: 1,
    })),
  );
  await db.heardScan.createMany({ data });
}

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await waitUntilAlive(page);
}

for (const width of [1440, 390]) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const locale of ["zh-CN", "en-US"]) {
      test(`${width} ${colorScheme} ${locale}`, async ({ browser, desk }) => {
        const person = await desk.addPerson("admin");
        const viewport = { width, height: width === 390 ? 844 : 900 };
        const context = await browser.newContext({ viewport, colorScheme, locale });
        const page = await context.newPage();
        const shoot = (name: string) =>
          page.screenshot({
            path: `${FOLDER}/${name}-${width}-${colorScheme}-${locale}.png`,
            fullPage: true,
          });
        await page.goto("/sign-in");
        await settle(page);
        await shoot("sign-in");
        await page.locator("input[name=email]").fill(person.email);
        await page.locator("input[name=password]").fill(person.password);
        await page.locator("button[type=submit]").click();
        await page.waitForURL((url) => url.pathname === "/");
        for (const [name, address] of Object.entries(SCREENS)) {
          await page.goto(address);
          await settle(page);
          await shoot(name);
        }
        const { db } = desk.runtime;
        const sandbox = await db.miniProgram.findFirstOrThrow({ where: { isSandbox: true } });
        const platform = await db.platform.findFirstOrThrow({ where: { isSandbox: true } });
        await page.goto(`/mini-programs/${sandbox.id}`);
        await settle(page);
        await shoot("mini-program");
        await page.goto(`/mini-programs/platforms/${platform.id}`);
        await settle(page);
        await shoot("platform");
        for (const status of ["minted", "refused"] as const) {
          const code = await desk.runtime.db.code.findFirstOrThrow({ where: { status } });
          await page.goto(`/codes/${code.id}`);
          await settle(page);
          await shoot(`code-${status}`);
        }
        await context.close();
      });
    }
  }
}

test("the picture in the README", async ({ browser, desk }) => {
  const person = await desk.addPerson("operator");
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: "en-US",
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(person.password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill("徐汇旗舰店 3 号桌");
  await page.getByRole("textbox", { name: "Scene" }).fill("shop=1024&table=3");
  await page.getByLabel("Hex").fill("#067D41");
  await page.getByLabel("Hex").press("Tab");
  await expect(page.getByText(/B: uses 0 of 100,000/)).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: "docs/new-code.png" });
  await context.close();
});
