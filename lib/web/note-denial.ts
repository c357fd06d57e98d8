import { recordDenial } from "@/lib/audit/record-denial";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";

/** Writes a failure into the log when it is a refusal; every edge hands its failures to it. */
export async function noteDenial(ctx: Context, error: unknown): Promise<void> {
  if (!(error instanceof ForbiddenError)) return;
  await recordDenial(ctx, String(error.values.permission ?? "?"));
}
