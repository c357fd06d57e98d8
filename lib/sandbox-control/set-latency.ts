import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { getSettings } from "./get-settings";
import { SettingsRow } from "./row-schema";
import type { LatencyRow } from "./row-schema";
import { SetLatencyInput } from "./schema";

/** Says how long one endpoint, or every one without a wait of its own, waits before it answers. */
export async function setLatency(ctx: Context, input: SetLatencyInput): Promise<SettingsRow> {
  authorize(ctx, "sandbox:control");
  const { endpoint, ...form } = SetLatencyInput.parse(input);
  const { latency } = await getSettings(ctx);
  const body = { latency: { ...latency, [endpoint]: latencyOf(form) } };
  return callControl(ctx.runtime, { method: "PATCH", path: "/settings", body }, SettingsRow);
}

function latencyOf(form: Omit<SetLatencyInput, "endpoint">): LatencyRow {
  const { kind, ms, minMs, maxMs, medianMs, sigma } = form;
  switch (kind) {
    case "none":
      return { kind };
    case "fixed":
      return { kind, ms };
    case "uniform":
      return { kind, minMs, maxMs };
    case "lognormal":
      return { kind, medianMs, sigma, maxMs };
  }
}
