import { randomUUID } from "node:crypto";
import type { MintCodeInput } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import type { Runtime } from "@/lib/runtime";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import { createSandbox } from "@/lib/sandbox/server";
import type { Sandbox } from "@/lib/sandbox/server";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

/** A sandbox, a desk on it, its people, and the sandbox's own mini program registered. */
export interface SandboxDesk {
  sandbox: Sandbox;
  runtime: Runtime;
  admin: Context;
  operator: Context;
  marketing: Context;
  miniProgramId: string;
  close(): Promise<void>;
}

export async function openSandboxDesk(
  overrides: Record<string, string> = {},
): Promise<SandboxDesk> {
  const sandbox = await createSandbox();
  const runtime = await openTestRuntime({ SANDBOX_PORT: String(sandbox.port), ...overrides });
  const admin = await asPerson(runtime, "admin");
  const { id } = await registerMiniProgram(
    admin,
    {
      name: "沙箱",
      wechatAppId: BUILT_IN_ACCOUNT.appid,
      appSecret: BUILT_IN_ACCOUNT.secret,
      defaultPage: "pages/index/index",
      defaultWidth: 430,
      defaultLineColor: "#000000",
    },
    { isSandbox: true },
  );
  return {
    sandbox,
    runtime,
    admin,
    operator: await asPerson(runtime, "operator"),
    marketing: await asPerson(runtime, "marketing"),
    miniProgramId: id,
    async close() {
      await runtime.close();
      await sandbox.close();
    },
  };
}

type Input<Kind extends MintCodeInput["kind"]> = Extract<MintCodeInput, { kind: Kind }>;

/** A filled-in form for a B code; anything can be replaced. */
export function unlimitedInput(
  desk: SandboxDesk,
  changes: Partial<Input<"WXACODE_UNLIMITED">> = {},
): Input<"WXACODE_UNLIMITED"> {
  return {
    kind: "WXACODE_UNLIMITED",
    requestKey: randomUUID(),
    miniProgramId: desk.miniProgramId,
    campaignId: null,
    label: "朝阳门店 3 号桌",
    tags: [],
    width: 430,
    autoColor: false,
    lineColor: "#07C160",
    isHyaline: false,
    envVersion: "release",
    page: "pages/index/index",
    carries: { as: "scene", scene: `t=${randomUUID().slice(0, 8)}` },
    checkPath: true,
    ...changes,
  };
}

/** A filled-in form for an A code. */
export function wxacodeInput(
  desk: SandboxDesk,
  changes: Partial<Input<"WXACODE">> = {},
): Input<"WXACODE"> {
  return {
    kind: "WXACODE",
    requestKey: randomUUID(),
    miniProgramId: desk.miniProgramId,
    campaignId: null,
    label: "总部大厅海报",
    tags: [],
    width: 430,
    autoColor: false,
    lineColor: "#000000",
    isHyaline: false,
    envVersion: "release",
    path: `pages/shop/index?id=${randomUUID().slice(0, 8)}`,
    reason: "印在大楼外墙上",
    ...changes,
  };
}
