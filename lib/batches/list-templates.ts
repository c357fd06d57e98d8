import { authorize } from "@/lib/access/authorize";
import { TEMPLATES_MAX } from "@/lib/batches/template-schema";
import type { TemplateForm, TemplateRow } from "@/lib/batches/template-schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** Everybody's saved ways to fill in a batch, newest first. */
export async function listTemplates(ctx: Context): Promise<TemplateRow[]> {
  authorize(ctx, "codes:mint");
  const templates = await reader(ctx).batchTemplate.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: TEMPLATES_MAX,
    omit: { createdById: true },
  });
  return templates.map(({ form, ...rest }) => ({ ...rest, form: form as TemplateForm }));
}
