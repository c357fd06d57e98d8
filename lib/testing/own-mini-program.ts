import { randomBytes } from "node:crypto";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import type { AppKind, QuotaNumbers } from "@/lib/mini-programs/schema";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import type { FaultRuleInput } from "@/lib/sandbox/faults";
import type { RequestEntry } from "@/lib/sandbox/request-log";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

/** A mini program that no other test's pauses, tokens and counts touch. */
export interface OwnMiniProgram {
  id: string;
  /** Faults of this one's calls alone. */
  addFault(rule: Omit<FaultRuleInput, "appid">): void;
  /** What the sandbox was asked for it. */
  requests(endpoint?: RequestEntry["endpoint"]): readonly RequestEntry[];
  /** What the sandbox counted. */
  used(): number;
  quota(): Promise<QuotaNumbers>;
}

export async function ownMiniProgram(
  desk: SandboxDesk,
  options: { appKind?: AppKind; repeatUnknownLimited?: boolean } = {},
): Promise<OwnMiniProgram> {
  const { state } = desk.sandbox;
  const { appKind = "mini_program", repeatUnknownLimited = true } = options;
  const appid = `wx${randomBytes(8).toString("hex")}`;
  state.createAccount({ ...BUILT_IN_ACCOUNT, appid });
  const { id } = await registerMiniProgram(
    desk.admin,
    {
      appKind,
      name: appid,
      wechatAppId: appid,
      appSecret: BUILT_IN_ACCOUNT.secret,
      defaultPage: "",
      defaultWidth: 430,
      defaultLineColor: "#000000",
    },
    { isSandbox: true },
  );
  await desk.runtime.db.miniProgram.update({ where: { id }, data: { repeatUnknownLimited } });
  return {
    id,
    addFault: (rule) => void state.addFault({ ...rule, appid }),
    requests: (endpoint) => state.listRequests(endpoint).filter((entry) => entry.appid === appid),
    used: () => state.findAccount(appid)?.used ?? Number.NaN,
    quota: async () => (await getMiniProgram(desk.admin, { id })).quota,
  };
}
