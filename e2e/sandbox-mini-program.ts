import { randomBytes, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { expect } from "./fixtures";

interface SandboxDesk {
  runtime: Runtime;
  sandbox(method: "POST", route: string, body?: object): Promise<unknown>;
}

export interface SandboxMiniProgram {
  id: string;
  name: string;
  appid: string;
  secret: string;
}

export const hex = (bytes: number) => randomBytes(bytes).toString("hex");

/**
 * A mini program of its own on the sandbox, so that no other journey meets its token, pauses or
 * consent. Its name sorts behind the built-in one's, which stays the one the desk starts with.
 */
export async function addSandboxMiniProgram(desk: SandboxDesk): Promise<SandboxMiniProgram> {
  const account = { appid: `wx${hex(8)}`, secret: hex(16) };
  await desk.sandbox("POST", "/accounts", { ...account, publishedPages: ["pages/index/index"] });
  const name = `足球商店 ${hex(3)}`;
  const { id } = await registerMiniProgram(
    jobContext(desk.runtime, "e2e"),
    {
      name,
      appKind: "mini_program",
      wechatAppId: account.appid,
      appSecret: account.secret,
      defaultPage: "pages/index/index",
      defaultWidth: 430,
      defaultLineColor: "#000000",
    },
    { isSandbox: true },
  );
  return { id, name, ...account };
}

/** Makes it the one the desk shows, as the switch in the side bar would. */
export async function chooseMiniProgram(page: Page, id: string): Promise<void> {
  const url = new URL(page.url()).origin;
  await page.context().addCookies([{ name: "mintdesk-mini-program", value: id, url }]);
}

/** Mints a B code for it, the way a person does. */
export async function mintUnlimited(page: Page, { id }: { id: string }): Promise<void> {
  const label = `门口立牌 ${randomUUID().slice(0, 6)}`;
  await chooseMiniProgram(page, id);
  await page.goto("/codes/new");
  await page.getByLabel("Label").fill(label);
  await page.getByRole("textbox", { name: "Scene" }).fill(`t=${hex(4)}`);
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  await expect(page.getByText(`Minted: ${label}`)).toBeVisible();
}
