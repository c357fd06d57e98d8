import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { AccountRow } from "./row-schema";
import { SetAccountInput } from "./schema";

/** Sets what a mini program of the sandbox has used, may use, and which pages it has released. */
export async function setAccount(ctx: Context, input: SetAccountInput): Promise<AccountRow> {
  authorize(ctx, "sandbox:control");
  const { appid, ...body } = SetAccountInput.parse(input);
  return callControl(
    ctx.runtime,
    { method: "PATCH", path: `/accounts/${appid}`, body },
    AccountRow,
  );
}
