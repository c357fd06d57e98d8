import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { SettingsRow } from "./row-schema";
import { SetSwitchInput } from "./schema";

/** Chooses how the sandbox takes one of the things the sources leave open. */
export async function setSwitch(ctx: Context, input: SetSwitchInput): Promise<SettingsRow> {
  authorize(ctx, "sandbox:control");
  const { name, value } = SetSwitchInput.parse(input);
  return callControl(
    ctx.runtime,
    { method: "PATCH", path: "/settings", body: { [name]: value } },
    SettingsRow,
  );
}
