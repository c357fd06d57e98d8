import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";

/** Takes every rule away: WeChat behaves again. */
export async function clearFaults(ctx: Context): Promise<void> {
  authorize(ctx, "sandbox:control");
  await callControl(ctx.runtime, { method: "DELETE", path: "/faults" }, z.null());
}
