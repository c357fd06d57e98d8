import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { TemplateOf } from "@/lib/batches/template-schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";

/** Takes a saved way to fill in a batch away; throws NotFoundError. */
export async function removeTemplate(ctx: Context, input: TemplateOf): Promise<void> {
  authorize(ctx, "codes:mint");
  const { templateId } = TemplateOf.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const where = { id: templateId };
    const template = await tctx.tx.batchTemplate.findUnique({ where, select: { name: true } });
    const { count } = await tctx.tx.batchTemplate.deleteMany({ where });
    if (!template || count === 0) throw new NotFoundError("batchTemplate");
    await appendEntry(tctx, {
      action: "batch_template.removed",
      target: { kind: "batch_template", id: templateId, label: template.name },
      details: {},
    });
  });
}
