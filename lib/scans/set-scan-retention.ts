import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { SetScanRetentionInput } from "@/lib/scans/schema";

/** Sets how many days single scans of a mini program are kept; its daily figures stay whatever it is. */
export async function setScanRetention(ctx: Context, input: SetScanRetentionInput): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { miniProgramId, scanRetentionDays } = SetScanRetentionInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.miniProgram.findUnique({
      where: { id: miniProgramId },
      select: { name: true, scanRetentionDays: true },
    });
    if (!before) throw new NotFoundError("miniProgram");
    const changes = fieldChanges(before, { scanRetentionDays });
    if (Object.keys(changes).length === 0) return;
    await tctx.tx.miniProgram.update({
      where: { id: miniProgramId },
      data: { scanRetentionDays },
    });
    await appendEntry(tctx, {
      action: "mini_program.updated",
      target: { kind: "mini_program", id: miniProgramId, label: before.name },
      changes,
      details: {},
    });
  });
}
