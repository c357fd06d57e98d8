import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { TemplateOf } from "@/lib/packs/template-schema";

/** Puts a look away: nobody can order with it any more, and its name is free. Throws NotFoundError. */
export async function archiveTemplate(ctx: Context, input: TemplateOf): Promise<void> {
  authorize(ctx, "packs:write");
  const { templateId } = TemplateOf.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const [template] = await tctx.tx.packTemplate.updateManyAndReturn({
      where: { id: templateId, archivedAt: null },
      data: { archivedAt: ctx.now() },
      select: { name: true, kind: true },
    });
    if (!template) throw new NotFoundError("packTemplate");
    await appendEntry(tctx, {
      action: "pack_template.archived",
      target: { kind: "pack_template", id: templateId, label: template.name },
      details: { kind: template.kind },
    });
  });
}
