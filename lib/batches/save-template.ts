import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { SaveTemplateInput, TEMPLATES_MAX, usedColumns } from "@/lib/batches/template-schema";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";

/** Keeps how a batch was filled in, under a name, for everybody's next file. */
export async function saveTemplate(
  ctx: Context,
  input: SaveTemplateInput,
): Promise<{ id: string }> {
  authorize(ctx, "codes:mint");
  const { name, form } = SaveTemplateInput.parse(input);
  const columns = usedColumns(form);
  return translateConstraint({ batch_templates_name_key: "templateTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      if ((await tctx.tx.batchTemplate.count()) >= TEMPLATES_MAX) {
        throw new ConflictError("templatesMany", { most: TEMPLATES_MAX });
      }
      const { id, name: createdBy } = ctx.actor;
      const template = await tctx.tx.batchTemplate.create({
        data: { name, columns, form, createdById: id, createdBy, createdAt: ctx.now() },
        select: { id: true },
      });
      await appendEntry(tctx, {
        action: "batch_template.saved",
        target: { kind: "batch_template", id: template.id, label: name },
        details: { kind: form.kind, columns },
      });
      return template;
    }),
  );
}
