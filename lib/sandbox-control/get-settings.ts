import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { SettingsRow } from "./row-schema";

/** How long the sandbox waits, and how it takes what the sources leave open. */
export async function getSettings(ctx: Context): Promise<SettingsRow> {
  authorize(ctx, "sandbox:control");
  return callControl(ctx.runtime, { method: "GET", path: "/settings" }, SettingsRow);
}
