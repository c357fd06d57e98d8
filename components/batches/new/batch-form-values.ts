import { z } from "zod";
import { CheckRowsInput } from "@/lib/batches/schema";
import type { PayloadField, RowTable } from "@/lib/batches/schema";
import type { CodeKind, EnvVersion } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

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
  carries: { as: "scene" | "payload"; column: string; fields: PayloadField[] };
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

/** The input of the verbs, unchecked: only the fields of the chosen kind. */
export function toCheckInput(values: BatchFormValues, { columns, rows }: RowTable): unknown {
  const { kind, name, miniProgramId, campaignId, tags, width, labelTemplate } = values;
  const common = { kind, name, miniProgramId, campaignId, tags, width, labelTemplate };
  const table = { columns, rows };
  if (kind === "WXA_QRCODE") {
    return { ...common, ...table, pathTemplate: values.pathTemplate, reason: values.reason };
  }
  const { autoColor, lineColor, isHyaline, envVersion } = values;
  const look = { autoColor, lineColor, isHyaline, envVersion };
  if (kind === "WXACODE") {
    const { pathTemplate, reason } = values;
    return { ...common, ...look, ...table, pathTemplate, reason };
  }
  const { as, column, fields } = values.carries;
  const carries = as === "scene" ? { as, column } : { as, fields };
  const { pageTemplate, checkPath } = values;
  return { ...common, ...look, ...table, pageTemplate, checkPath, carries };
}

const ONE_ROW = [[""]];
const NO_COLUMNS = ["A"];

/** The form as the schema sees it, with one row for all: the server looks at each of them. */
export function batchFormFor(table: RowTable | null) {
  const columns = table?.columns ?? NO_COLUMNS;
  const rows = table ? ONE_ROW : [];
  return z
    .custom<BatchFormValues>()
    .transform((values) => toCheckInput(values, { columns, rows }))
    .pipe(CheckRowsInput);
}

/** The fields that can be at fault, in the order of the form. */
export const BATCH_FIELDS = [
  "name",
  "miniProgramId",
  "campaignId",
  "tags",
  "rows",
  "reason",
  "pageTemplate",
  "carries.column",
  "carries.fields",
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
    carries: { as: "scene", column: "", fields: [] },
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
