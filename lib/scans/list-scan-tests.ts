import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { databaseNow } from "@/lib/db/database-now";
import { reader } from "@/lib/db/transaction";
import { requireScene } from "@/lib/scans/require-scene";
import { SCAN_TEST_COLUMNS, toScanTestRow } from "@/lib/scans/scan-test-row";
import { TestedScene } from "@/lib/scans/schema";
import type { ScanTestRow } from "@/lib/scans/schema";

const MOST = 5;

/** The last tests of a scene that a phone was seen in, and the one that is open, the newest first. */
export async function listScanTests(ctx: Context, input: TestedScene): Promise<ScanTestRow[]> {
  authorize(ctx, "scans:read");
  const { sceneId } = await requireScene(ctx, input);
  const now = await databaseNow(reader(ctx));
  const tests = await reader(ctx).scanTest.findMany({
    where: { sceneId, OR: [{ seenAt: { not: null } }, { expiresAt: { gt: now } }] },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: SCAN_TEST_COLUMNS,
  });
  return tests.map((test) => toScanTestRow(test, now));
}
