import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { findTemplate } from "@/lib/packs/find-template";
import type { FoundTemplate } from "@/lib/packs/find-template";
import { requireFittingLook } from "@/lib/packs/pictures/require-fitting-look";
import { SaveTemplateInput, TEMPLATES_MAX } from "@/lib/packs/template-schema";
import type { TemplateDesign } from "@/lib/packs/template-schema";

/**
 * Saves a look for everybody, as a new one or in place of the version that was changed. Throws ConflictError when
 * somebody else has saved it since, or another one has its name.
 */
export async function saveTemplate(
  ctx: Context,
  input: SaveTemplateInput,
): Promise<{ id: string; version: number }> {
  authorize(ctx, "packs:write");
  const { name, replaces, ...look } = SaveTemplateInput.parse(input);
  await requireFittingLook(ctx, look);
  return translateConstraint({ pack_templates_living_name: "lookTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      const before = replaces && (await requireCurrent(tctx, replaces, look));
      const saved = before
        ? await tctx.tx.packTemplate.update({
            where: { id: before.id },
            data: { name, design: look.design, version: { increment: 1 }, updatedAt: ctx.now() },
          })
        : await createTemplate(tctx, name, look);
      await appendEntry(tctx, {
        action: "pack_template.saved",
        target: { kind: "pack_template", id: saved.id, label: name },
        changes: before ? fieldChanges({ ...before }, { name, design: look.design }) : undefined,
        details: { kind: look.kind, version: saved.version },
      });
      return { id: saved.id, version: saved.version };
    }),
  );
}

/** Locks the look and gives it, if it is still the one that was changed. */
async function requireCurrent(
  tctx: TransactionContext,
  { templateId, version }: { templateId: string; version: number },
  { kind }: TemplateDesign,
): Promise<FoundTemplate> {
  await tctx.tx.$queryRaw`SELECT FROM pack_templates WHERE id = ${templateId}::uuid FOR UPDATE`;
  const template = await findTemplate(tctx, templateId);
  if (template.isArchived || template.kind !== kind) throw new ConflictError("packTemplateGone");
  if (template.version !== version) throw new ConflictError("lookStale", { name: template.name });
  return template;
}

async function createTemplate(tctx: TransactionContext, name: string, look: TemplateDesign) {
  const where = { kind: look.kind, archivedAt: null };
  if ((await tctx.tx.packTemplate.count({ where })) >= TEMPLATES_MAX) {
    throw new ConflictError("looksMany", { most: TEMPLATES_MAX });
  }
  const { id, name: createdBy } = tctx.actor;
  const at = tctx.now();
  return tctx.tx.packTemplate.create({
    data: { ...look, name, createdById: id, createdBy, createdAt: at, updatedAt: at },
  });
}
