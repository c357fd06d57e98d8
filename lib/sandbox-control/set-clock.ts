import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { ClockRow } from "./row-schema";
import { SetClockInput } from "./schema";

/** Sets how far the sandbox is ahead of us; 0 brings it back. */
export async function setClock(ctx: Context, input: SetClockInput): Promise<ClockRow> {
  authorize(ctx, "sandbox:control");
  const body = SetClockInput.parse(input);
  return callControl(ctx.runtime, { method: "PATCH", path: "/clock", body }, ClockRow);
}
