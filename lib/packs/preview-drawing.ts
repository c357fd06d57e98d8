import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { findPackedCode } from "@/lib/packs/find-packed-code";
import { findTemplate } from "@/lib/packs/find-template";
import { lookDrawer } from "@/lib/packs/pictures/look-drawer";
import { standInCode, standInPicture } from "@/lib/packs/pictures/stand-in";
import { readPicture } from "@/lib/packs/read-picture";
import { PreviewDrawingInput } from "@/lib/packs/template-schema";

/** A small PNG of a look, saved or not, with a real code on it: the wanted one, else the newest, else a stand-in. */
export async function previewDrawing(ctx: Context, input: PreviewDrawingInput): Promise<Buffer> {
  authorize(ctx, "packs:read");
  const { look, codeId, pixelWidth } = PreviewDrawingInput.parse(input);
  const shown = "templateId" in look ? await findTemplate(ctx, look.templateId) : look;
  const draw = await lookDrawer(ctx, shown, { imageType: "png", pixelWidth });
  const wanted = codeId ?? (await newestCode(ctx));
  if (wanted === null) return draw(standInCode(ctx.now()), await standInPicture());
  const code = await findPackedCode(ctx, { codeId: wanted });
  if (!code) throw new NotFoundError("code");
  const picture = await readPicture(ctx.runtime.store, code.picture);
  if (typeof picture === "string") throw new NotFoundError("picture");
  return draw(code, picture);
}

async function newestCode(ctx: Context): Promise<string | null> {
  const newest = await reader(ctx).code.findFirst({
    where: { status: "minted", envVersion: "release" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return newest?.id ?? null;
}
