import { z } from "zod";
import { PAYLOAD_FIELDS_MAX, PayloadField, TEMPLATE_MAX_LENGTH } from "@/lib/batches/schema";
import { CodeKind, MintUnlimitedInput, TAG_MAX_LENGTH, TAGS_MAX_COUNT } from "@/lib/codes/schema";
import { COLUMN_NAME_MAX_LENGTH } from "@/lib/sheets/schema";

export const TEMPLATE_NAME_MAX_LENGTH = 60;
export const TEMPLATES_MAX = 200;
export const FIXED_VALUES_MAX = 50;
export const FIXED_VALUE_MAX_LENGTH = 2_000;

const b = MintUnlimitedInput.shape;

/** PostgreSQL keeps neither NUL nor half a character. */
const storable = (text: string) => text.isWellFormed() && !text.includes("\0");
const text = (most: number) => z.string().max(most).refine(storable, { error: "inputInvalid" });
const templateText = text(TEMPLATE_MAX_LENGTH);

/** A value that is the same for every row, under its name in the data. */
export const FixedValue = z.object({
  name: text(COLUMN_NAME_MAX_LENGTH),
  value: text(FIXED_VALUE_MAX_LENGTH),
});
export type FixedValue = z.infer<typeof FixedValue>;

/** What of a filled-in form is worth keeping for the next file: neither the rows nor what they are for. */
export const TemplateForm = z.object({
  kind: CodeKind,
  tags: z.array(text(TAG_MAX_LENGTH)).max(TAGS_MAX_COUNT, { error: "tagsMany" }),
  labelTemplate: templateText,
  pageTemplate: templateText,
  pathTemplate: templateText,
  checkPath: z.boolean(),
  carries: z.object({
    as: z.enum(["scene", "payload"]),
    column: text(COLUMN_NAME_MAX_LENGTH),
    fields: z
      .array(
        z.object({
          name: PayloadField.shape.name.refine(storable, { error: "inputInvalid" }),
          column: PayloadField.shape.column.refine(storable, { error: "inputInvalid" }),
        }),
      )
      .max(PAYLOAD_FIELDS_MAX, { error: "payloadFieldsMany" }),
    fixed: z.array(FixedValue).max(FIXED_VALUES_MAX, { error: "fixedMany" }),
  }),
  width: b.width,
  autoColor: b.autoColor,
  lineColor: b.lineColor,
  isHyaline: b.isHyaline,
  envVersion: b.envVersion,
});
export type TemplateForm = z.infer<typeof TemplateForm>;

export const SaveTemplateInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: "nameMissing" })
    .max(TEMPLATE_NAME_MAX_LENGTH, { error: "nameLong" })
    .refine(storable, { error: "inputInvalid" }),
  form: TemplateForm,
});
export type SaveTemplateInput = z.input<typeof SaveTemplateInput>;

export const TemplateOf = z.object({ templateId: z.uuid() });
export type TemplateOf = z.input<typeof TemplateOf>;

export interface TemplateRow {
  id: string;
  name: string;
  /** What a sheet must have for it. */
  columns: string[];
  form: TemplateForm;
  createdBy: string;
  createdAt: Date;
}

/** Columns a text with `{column}` in it names, each once, in their order. */
export function columnsIn(template: string): string[] {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name?.trim() ?? "");
  return [...new Set(names)];
}

type Mapping = Pick<
  TemplateForm,
  "kind" | "labelTemplate" | "pageTemplate" | "pathTemplate" | "carries"
>;

/** Columns a form takes something from, each once: those of its kind, whatever else was typed. */
export function usedColumns(form: Mapping): string[] {
  const { kind, labelTemplate, pageTemplate, pathTemplate, carries } = form;
  const label = columnsIn(labelTemplate);
  if (kind !== "WXACODE_UNLIMITED") return [...new Set([...label, ...columnsIn(pathTemplate)])];
  const carried =
    carries.as === "scene" ? [carries.column] : carries.fields.map(({ column }) => column);
  const names = [...label, ...carried, ...columnsIn(pageTemplate)].filter((name) => name !== "");
  return [...new Set(names)];
}
