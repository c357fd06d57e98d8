import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { callControl } from "./call-control";
import { RemoveFaultInput } from "./schema";

/** Takes a rule away; one that is spent or already gone is what was wanted. */
export async function removeFault(ctx: Context, input: RemoveFaultInput): Promise<void> {
  authorize(ctx, "sandbox:control");
  const { id } = RemoveFaultInput.parse(input);
  try {
    await callControl(ctx.runtime, { method: "DELETE", path: `/faults/${id}` }, z.null());
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "not_found")) throw error;
  }
}
