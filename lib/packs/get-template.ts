import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { findTemplate } from "@/lib/packs/find-template";
import { findAsset } from "@/lib/packs/pictures/look-asset";
import { assetOf, TemplateOf } from "@/lib/packs/template-schema";
import type { TemplateDetail } from "@/lib/packs/template-schema";

/** A look with everything about it, put away or not; throws NotFoundError. */
export async function getTemplate(ctx: Context, input: TemplateOf): Promise<TemplateDetail> {
  authorize(ctx, "packs:read");
  const asked = TemplateOf.safeParse(input);
  if (!asked.success) throw new NotFoundError("packTemplate");
  const template = await findTemplate(ctx, asked.data.templateId);
  const hash = assetOf(template);
  return { ...template, asset: hash === null ? null : await findAsset(ctx, hash) };
}
