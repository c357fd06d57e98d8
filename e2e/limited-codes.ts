import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import type { MintCodeInput } from "@/lib/codes/schema";
import type { Role } from "@/lib/core/context";
import { expect, fillSignIn } from "./fixtures";
import type { Person } from "./fixtures";
import { chooseMiniProgram, hex } from "./sandbox-mini-program";
import type { SandboxMiniProgram } from "./sandbox-mini-program";
import { tick } from "./tick";

interface Desk {
  addPerson(role: Role): Promise<Person>;
}

/** Somebody else, in a browser of their own. */
export async function openAs(
  browser: Browser,
  desk: Desk,
  role: Role,
  miniProgram: SandboxMiniProgram,
): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await fillSignIn(page, await desk.addPerson(role));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await chooseMiniProgram(page, miniProgram.id);
  return page;
}

/** Fills the form for a code of kind A and sends it; what comes of it is the caller's to see. */
export async function mintLimited(page: Page, label: string, campaign?: string): Promise<void> {
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill(label);
  if (campaign) {
    await page.getByRole("button", { name: /No campaign/ }).click();
    await page.getByRole("option", { name: campaign }).click();
  }
  await page.getByRole("button", { name: /B does not fit/ }).click();
  const dialog = page.getByRole("dialog");
  await tick(dialog.getByRole("radio", { name: /^A:/ }));
  await dialog.getByRole("textbox").fill("外墙海报换不了");
  await dialog.getByRole("button", { name: "Use it anyway" }).click();
  await expect(dialog).toBeHidden();
  await page.getByLabel("Path, with its query").fill(`pages/index/index?q=${hex(4)}`);
  await page.getByRole("button", { name: "Mint", exact: true }).click();
}

export function limitedCode(
  miniProgramId: string,
  changes: Partial<MintCodeInput> = {},
): MintCodeInput {
  return {
    kind: "WXACODE",
    requestKey: randomUUID(),
    miniProgramId,
    campaignId: null,
    label: "外墙海报",
    tags: [],
    width: 430,
    autoColor: false,
    lineColor: "#000000",
    isHyaline: false,
    envVersion: "release",
    path: `pages/index/index?w=${hex(4)}`,
    reason: "外墙海报换不了",
    ...changes,
  } as MintCodeInput;
}

/** Mints straight at WeChat, as another system with the same AppID would. */
export async function mintPastUs(
  sandboxUrl: string,
  { appid, secret }: SandboxMiniProgram,
  count: number,
): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/cgi-bin/stable_token`, {
    method: "POST",
    body: JSON.stringify({ grant_type: "client_credential", appid, secret }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  for (let place = 0; place < count; place += 1) {
    const minted = await fetch(`${sandboxUrl}/wxa/getwxacode?access_token=${token}`, {
      method: "POST",
      body: JSON.stringify({ path: `pages/index/index?past=${place}` }),
    });
    expect(minted.headers.get("content-type")).toContain("image");
  }
}
