import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { getClock } from "./get-clock";
import { getSettings } from "./get-settings";
import { listAccounts } from "./list-accounts";
import { listFaults } from "./list-faults";
import type { SandboxView } from "./row-schema";

/** Everything the page shows beside the log. */
export async function getSandbox(ctx: Context): Promise<SandboxView> {
  authorize(ctx, "sandbox:control");
  const [faults, accounts, settings, clock] = await Promise.all([
    listFaults(ctx),
    listAccounts(ctx),
    getSettings(ctx),
    getClock(ctx),
  ]);
  return { faults, accounts, settings, clock };
}
