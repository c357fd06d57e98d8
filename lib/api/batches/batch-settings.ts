import { z } from "zod";
import { CheckRowsInput } from "@/lib/batches/schema";
import { RECORDS_MAX } from "@/lib/sheets/schema";

const [Unlimited, Wxacode, Wxaqrcode] = CheckRowsInput.options;

/** What most callers leave as it is. */
const common = {
  campaignId: Unlimited.shape.campaignId.default(null),
  tags: Unlimited.shape.tags.default([]),
  width: Unlimited.shape.width.default(430),
  labelTemplate: Unlimited.shape.labelTemplate.describe(
    "Label of a row's code, with `{column}` in it.",
  ),
};
const look = {
  autoColor: Unlimited.shape.autoColor.default(false),
  lineColor: Unlimited.shape.lineColor.default("#000000"),
  isHyaline: Unlimited.shape.isHyaline.default(false),
  envVersion: Unlimited.shape.envVersion.default("release"),
};
const pathTemplate = Wxacode.shape.pathTemplate.describe("Path and query, with `{column}` in it.");

const UnlimitedSettings = Unlimited.omit({ sheetId: true })
  .extend({
    ...common,
    ...look,
    pageTemplate: Unlimited.shape.pageTemplate
      .default("")
      .describe("Page, may hold `{column}`; empty: the home page."),
    checkPath: Unlimited.shape.checkPath.default(true),
    carries: Unlimited.shape.carries.describe(
      "Either the scene itself out of a column, or a payload whose values come out of columns.",
    ),
  })
  .strict();
const WxacodeSettings = Wxacode.omit({ sheetId: true })
  .extend({ ...common, ...look, pathTemplate })
  .strict();
const WxaqrcodeSettings = Wxaqrcode.omit({ sheetId: true })
  .extend({ ...common, pathTemplate })
  .strict();

/** What is made of every row. */
export const BatchSettings = z
  .discriminatedUnion("kind", [UnlimitedSettings, WxacodeSettings, WxaqrcodeSettings])
  .meta({ id: "BatchSettings" });

const rows = {
  rows: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .describe(
      `1 to ${RECORDS_MAX} rows, each an object of column and value; columns are all names in the order in which they appear.`,
    ),
};

/** The same with its rows. */
export const CreateBatch = z.discriminatedUnion("kind", [
  UnlimitedSettings.extend(rows),
  WxacodeSettings.extend(rows),
  WxaqrcodeSettings.extend(rows),
]);
