import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { reader } from "@/lib/db/transaction";
import { SCAN_TEST_COLUMNS, toScanTestRow } from "@/lib/scans/scan-test-row";
import { ScanTestId } from "@/lib/scans/schema";
import type { ScanTestDetail } from "@/lib/scans/schema";

/** A test as it stands, with the address that is as good as a scan; throws NotFoundError. */
export async function getScanTest(ctx: Context, input: ScanTestId): Promise<ScanTestDetail> {
  authorize(ctx, "scenes:write");
  const parsed = ScanTestId.safeParse(input);
  const test =
    parsed.success &&
    (await reader(ctx).scanTest.findUnique({
      where: { id: parsed.data.testId },
      select: {
        ...SCAN_TEST_COLUMNS,
        sceneId: true,
        token: true,
        scene: { select: { value: true, miniProgram: { select: { wechatAppId: true } } } },
      },
    }));
  if (!test) throw new NotFoundError("scanTest");
  const { token, scene, sceneId, ...row } = test;
  // A quote would end the command somebody pastes the address into.
  const encoded = encodeURIComponent(scene.value).replaceAll("'", "%27");
  const place = `${scene.miniProgram.wechatAppId}/scenes/${encoded}`;
  return {
    ...toScanTestRow(row, await databaseNow(reader(ctx))),
    sceneId,
    callAddress: `${ctx.runtime.env.gateUrl}/v1/mini-programs/${place}?test=${token}`,
  };
}
