import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { FaultRow } from "./row-schema";

const Answer = z.object({ faults: z.array(FaultRow) });

/** The rules that still stand, in the order in which they are tried. */
export async function listFaults(ctx: Context): Promise<FaultRow[]> {
  authorize(ctx, "sandbox:control");
  const { faults } = await callControl(ctx.runtime, { method: "GET", path: "/faults" }, Answer);
  return faults;
}
