import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { ListTemplatesInput, TEMPLATES_MAX } from "@/lib/packs/template-schema";
import type { TemplateRow } from "@/lib/packs/template-schema";

/** The looks that are there to be used, of one kind or both, the last saved first. */
export async function listTemplates(
  ctx: Context,
  input: ListTemplatesInput,
): Promise<TemplateRow[]> {
  authorize(ctx, "packs:read");
  const { kind } = ListTemplatesInput.parse(input);
  return reader(ctx).packTemplate.findMany({
    where: { archivedAt: null, kind },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    // Of each kind there may be as many.
    take: 2 * TEMPLATES_MAX,
    select: { id: true, name: true, kind: true, version: true, createdBy: true, updatedAt: true },
  });
}
