import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { TemplateDesign } from "@/lib/packs/template-schema";
import type { TemplateDetail } from "@/lib/packs/template-schema";

export type FoundTemplate = Omit<TemplateDetail, "asset"> & TemplateDesign;

/** A look, put away or not; throws NotFoundError. */
export async function findTemplate(ctx: Context, templateId: string): Promise<FoundTemplate> {
  const template = await reader(ctx).packTemplate.findUnique({ where: { id: templateId } });
  if (!template) throw new NotFoundError("packTemplate");
  const { id, name, version, createdBy, updatedAt, archivedAt } = template;
  const look = TemplateDesign.parse({ kind: template.kind, design: template.design });
  return { id, name, version, createdBy, updatedAt, isArchived: archivedAt !== null, ...look };
}
