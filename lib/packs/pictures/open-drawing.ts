import type { DrawCode } from "./draw-frame";
import { lookDrawer } from "./look-drawer";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import type { FrameDrawing, PosterDrawing } from "@/lib/packs/drawing-schema";
import { TemplateDesign } from "@/lib/packs/template-schema";

export type OrderedDrawing =
  { form: "framed"; drawing: FrameDrawing } | { form: "posters"; drawing: PosterDrawing };

/**
 * Reads the ordered look and its picture once, and gives what draws one code after the other. One that was put
 * away after the order is drawn all the same; throws DomainError `packTemplateGone` for one that is not there.
 */
export async function openDrawing(ctx: Context, ordered: OrderedDrawing): Promise<DrawCode> {
  const { templateId, imageType } = ordered.drawing;
  const isFrame = ordered.form === "framed";
  const template = await reader(ctx).packTemplate.findUnique({
    where: { id: templateId, kind: isFrame ? "frame" : "poster" },
    select: { kind: true, design: true },
  });
  if (!template) throw new DomainError("conflict", "packTemplateGone");
  const pixelWidth = isFrame ? ordered.drawing.pixelWidth : null;
  return lookDrawer(ctx, TemplateDesign.parse(template), { imageType, pixelWidth });
}
