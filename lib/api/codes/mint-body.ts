import { z } from "zod";
import { MintUnlimitedInput, MintWxacodeInput, MintWxaqrcodeInput } from "@/lib/codes/schema";
import type { MintCodeInput } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

const OWN_DEFAULT = "The mini program's own default when absent.";
const { campaignId, tags, width, autoColor, lineColor, isHyaline, envVersion, page, checkPath } =
  MintUnlimitedInput.shape;
const [handwritten, generated] = MintUnlimitedInput.shape.carries.options;

const Common = {
  campaignId: campaignId.default(null),
  tags: tags.default([]),
  width: width.optional().describe(OWN_DEFAULT),
};
const Look = {
  autoColor: autoColor.default(false),
  lineColor: lineColor.optional().describe(OWN_DEFAULT),
  isHyaline: isHyaline.default(false),
  envVersion: envVersion.default("release"),
};

/** What the form asks for, with what the form fills in. */
export const MintBody = z.discriminatedUnion("kind", [
  MintUnlimitedInput.omit({ requestKey: true })
    .extend({
      ...Common,
      ...Look,
      page: page.optional().describe(`${OWN_DEFAULT} Empty: the home page.`),
      carries: z.discriminatedUnion("as", [handwritten.strict(), generated.strict()]),
      checkPath: checkPath.default(true),
    })
    .strict(),
  MintWxacodeInput.omit({ requestKey: true })
    .extend({ ...Common, ...Look })
    .strict(),
  MintWxaqrcodeInput.omit({ requestKey: true }).extend(Common).strict(),
]);
export type MintBody = z.output<typeof MintBody>;

/** The input of the verb: what was left out comes from the mini program, as in the form. */
export function mintInput(
  body: MintBody,
  miniProgram: Pick<MiniProgramRow, "defaultPage" | "defaultWidth" | "defaultLineColor">,
  requestKey: string,
): MintCodeInput {
  const { defaultPage, defaultWidth, defaultLineColor } = miniProgram;
  const common = { requestKey, width: body.width ?? defaultWidth };
  if (body.kind === "WXA_QRCODE") return { ...body, ...common };
  const look = { lineColor: body.lineColor ?? defaultLineColor };
  if (body.kind === "WXACODE") return { ...body, ...common, ...look };
  return { ...body, ...common, ...look, page: body.page ?? defaultPage };
}
