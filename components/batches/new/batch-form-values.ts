import { z } from "zod";
import { CheckRowsInput } from "@/lib/batches/schema";
import type { PayloadField } from "@/lib/batches/schema";
import { FIXED_VALUES_MAX } from "@/lib/batches/template-schema";
import type { FixedValue } from "@/lib/batches/template-schema";
import type { CodeKind, EnvVersion } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";
import { COLUMN_NAME_MAX_LENGTH } from "@/lib/sheets/schema";

/**
 * Everything of the form but the rows, for all kinds at once: changing the kind loses nothing. What
 * the single form has too goes by the same names, so that its sections work in this form.
 */
export interface BatchFormValues {
  name: string;
  kind: CodeKind;
  miniProgramId: string;
  campaignId: string | null;
  tags: string[];
  labelTemplate: string;
  pageTemplate: string;
  checkPath: boolean;
  carries: {
    as: "scene" | "payload";
    column: string;
    fields: PayloadField[];
    /** The same for every row. */
    fixed: FixedValue[];
  };
  pathTemplate: string;
  reason: string;
  width: number;
  autoColor: boolean;
  lineColor: string;
  isHyaline: boolean;
  envVersion: EnvVersion;
  leaveOutBad: boolean;
  pilot: boolean;
  /** Always empty: the rows live beside the form, and this is where their error and focus are. */
  rows: "";
}

/** The input of the verb, unchecked: only the fields of the chosen kind. */
export function toCheckInput(values: BatchFormValues, sheetId: string | null): CheckRowsInput {
  const { kind, name, miniProgramId, campaignId, tags, width, labelTemplate } = values;
  const basics = { name, miniProgramId, campaignId, tags, width, labelTemplate };
  const common = { ...basics, sheetId: sheetId ?? "" };
  const { pathTemplate, reason } = values;
  if (kind === "WXA_QRCODE") return { ...common, kind, pathTemplate, reason };
  const { autoColor, lineColor, isHyaline, envVersion } = values;
  const look = { autoColor, lineColor, isHyaline, envVersion };
  if (kind === "WXACODE") return { ...common, ...look, kind, pathTemplate, reason };
  const { pageTemplate, checkPath } = values;
  return { ...common, ...look, kind, pageTemplate, checkPath, carries: carriesOf(values.carries) };
}

function carriesOf({ as, column, fields, fixed }: BatchFormValues["carries"]) {
  if (as === "scene") return { as, column };
  const pairs = fixed.map(({ name, value }) => [name.trim(), value] as const);
  return { as, fields, fixed: Object.fromEntries(pairs) };
}

/** What is wrong with the name of a fixed value, in its place; undefined: nothing. */
export function fixedFault(
  { fields, fixed }: Pick<BatchFormValues["carries"], "fields" | "fixed">,
  place: number,
): "fixedNameMissing" | "fixedNameLong" | "payloadNameTwice" | undefined {
  const name = fixed[place]?.name.trim() ?? "";
  if (name === "") return "fixedNameMissing";
  if (name.length > COLUMN_NAME_MAX_LENGTH) return "fixedNameLong";
  const taken = [...fields, ...fixed.slice(0, place)].some((other) => other.name.trim() === name);
  return taken ? "payloadNameTwice" : undefined;
}

/** The form as the schema of the verb sees it, and what only the form can see. */
export function batchFormFor(sheetId: string | null) {
  return z.custom<BatchFormValues>().superRefine((values, ctx) => {
    const { error } = CheckRowsInput.safeParse(toCheckInput(values, sheetId));
    for (const { path, message } of error?.issues ?? []) {
      // The rows have no field of the form: theirs stands in its place.
      const place = path[0] === "sheetId" ? ["rows"] : path.slice(0, fixedDepth(path));
      ctx.addIssue({ code: "custom", path: place, message });
    }
    const { kind, carries } = values;
    if (kind !== "WXACODE_UNLIMITED" || carries.as !== "payload") return;
    const faults = carries.fixed.map((_, place) => fixedFault(carries, place));
    const fault =
      carries.fixed.length > FIXED_VALUES_MAX
        ? "fixedMany"
        : faults.find((reason) => reason !== undefined);
    if (fault) ctx.addIssue({ code: "custom", path: ["carries", "fixed"], message: fault });
  });
}

/** Fixed values have names in the input and places in the form, so their faults stand at the list. */
const fixedDepth = (path: PropertyKey[]) => (path[1] === "fixed" ? 2 : path.length);

/** The fields that can be at fault, in the order of the form. */
export const BATCH_FIELDS = [
  "name",
  "miniProgramId",
  "campaignId",
  "tags",
  "rows",
  "reason",
  "carries.column",
  "carries.fields",
  "carries.fixed",
  "pageTemplate",
  "pathTemplate",
  "labelTemplate",
  "width",
  "lineColor",
] as const;
export type BatchField = (typeof BATCH_FIELDS)[number];

/** An empty form for a mini program, with its own defaults. */
export function emptyBatchForm(miniProgram: MiniProgramRow | undefined): BatchFormValues {
  return {
    name: "",
    kind: "WXACODE_UNLIMITED",
    miniProgramId: miniProgram?.id ?? "",
    campaignId: null,
    tags: [],
    labelTemplate: "",
    pageTemplate: miniProgram?.defaultPage ?? "",
    checkPath: true,
    carries: { as: "scene", column: "", fields: [], fixed: [] },
    pathTemplate: "",
    reason: "",
    width: miniProgram?.defaultWidth ?? 430,
    autoColor: false,
    lineColor: miniProgram?.defaultLineColor ?? "#000000",
    isHyaline: false,
    envVersion: "release",
    leaveOutBad: false,
    pilot: false,
    rows: "",
  };
}
