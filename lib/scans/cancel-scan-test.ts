import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { ScanTestId } from "@/lib/scans/schema";

/** Ends a test nobody has scanned for, so that the next scan counts as a customer's again. */
export async function cancelScanTest(ctx: Context, input: ScanTestId): Promise<void> {
  authorize(ctx, "scenes:write");
  const { testId } = ScanTestId.parse(input);
  await withTransaction(ctx, async ({ tx }) => {
    const test = await tx.scanTest.findUnique({ where: { id: testId }, select: { id: true } });
    if (!test) throw new NotFoundError("scanTest");
    const now = await databaseNow(tx);
    await tx.scanTest.updateMany({
      where: { id: testId, seenAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
  });
}
