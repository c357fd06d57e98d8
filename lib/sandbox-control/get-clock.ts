import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { ClockRow } from "./row-schema";

/** What the sandbox holds for now, and how far that is from our now. */
export async function getClock(ctx: Context): Promise<ClockRow> {
  authorize(ctx, "sandbox:control");
  return callControl(ctx.runtime, { method: "GET", path: "/clock" }, ClockRow);
}
