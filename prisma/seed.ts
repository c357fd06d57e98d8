/**
 * What a fresh database needs before the first sign-in: one admin and, when the sandbox is
 * on, its mini program and its third-party platform. Prints `{"createdAdmin": {email, password} | null}` as its last line.
 */
import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { createUser } from "@/lib/people/create-user";
import { registerPlatform } from "@/lib/platforms/register-platform";
import { openRuntime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";

const SANDBOX_APP_ID = "wx5a4db0c0de000001";
const SANDBOX_APP_SECRET = "5a4db0c0de5a4db0c0de5a4db0c0de01";
/** The platform that is built into the sandbox. */
const SANDBOX_PLATFORM = {
  name: "沙箱服务商 Sandbox platform",
  componentAppId: "wx5a4db0c0dec00001",
  componentSecret: "5a4db0c0dec05a4db0c0dec05a4db0c1",
  pushToken: "sandboxpush",
  encodingKey: "sandboxsandboxsandboxsandboxsandboxsandbox0",
};
const DEFAULT_EMAIL = "admin@mintdesk.local";

const runtime = openRuntime(env());
const ctx = jobContext(runtime, "first start");

async function seedAdmin(): Promise<{ email: string; password: string } | null> {
  if ((await runtime.db.user.count({ where: { role: "admin" } })) > 0) return null;
  const email = runtime.env.MINTDESK_ADMIN_EMAIL ?? DEFAULT_EMAIL;
  const password = runtime.env.MINTDESK_ADMIN_PASSWORD ?? randomBytes(12).toString("base64url");
  await createUser(ctx, { email, password, name: "Admin", role: "admin" });
  return { email, password };
}

async function seedSandbox(): Promise<void> {
  if (runtime.env.MINTDESK_SANDBOX === "off") return;
  const known = await runtime.db.miniProgram.count({ where: { wechatAppId: SANDBOX_APP_ID } });
  if (known > 0) return;
  await registerMiniProgram(
    ctx,
    {
      name: "沙箱 Sandbox",
      wechatAppId: SANDBOX_APP_ID,
      appSecret: SANDBOX_APP_SECRET,
      defaultPage: "pages/index/index",
      defaultWidth: 430,
      defaultLineColor: "#000000",
    },
    { isSandbox: true },
  );
}

async function seedSandboxPlatform(): Promise<void> {
  if (runtime.env.MINTDESK_SANDBOX === "off") return;
  const { componentAppId } = SANDBOX_PLATFORM;
  if ((await runtime.db.platform.count({ where: { componentAppId } })) > 0) return;
  await registerPlatform(ctx, SANDBOX_PLATFORM, { isSandbox: true });
}

const createdAdmin = await seedAdmin();
await seedSandbox();
await seedSandboxPlatform();
await runtime.close();
process.stdout.write(`${JSON.stringify({ createdAdmin })}\n`);
