import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { AccountRow } from "./row-schema";

const Answer = z.object({ accounts: z.array(AccountRow) });

/** The sandbox's mini programs with what they have used, without their secrets. */
export async function listAccounts(ctx: Context): Promise<AccountRow[]> {
  authorize(ctx, "sandbox:control");
  // Not /accounts: that one tells the secrets too.
  const { accounts } = await callControl(ctx.runtime, { method: "GET", path: "/counters" }, Answer);
  return accounts;
}
