import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { getSettings } from "./get-settings";
import { SettingsRow } from "./row-schema";
import { RemoveLatencyInput } from "./schema";

/** Takes the wait of one endpoint away; the one for every endpoint holds for it again. */
export async function removeLatency(ctx: Context, input: RemoveLatencyInput): Promise<SettingsRow> {
  authorize(ctx, "sandbox:control");
  const { endpoint } = RemoveLatencyInput.parse(input);
  const { [endpoint]: _removed, ...latency } = (await getSettings(ctx)).latency;
  return callControl(
    ctx.runtime,
    { method: "PATCH", path: "/settings", body: { latency } },
    SettingsRow,
  );
}
