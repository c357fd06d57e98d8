import { z } from "zod";

export const FIELDS_MAX_COUNT = 20;
export const FIELD_KEY_MAX_LENGTH = 40;
export const FIELD_LABEL_MAX_LENGTH = 40;
export const CHOICES_MAX_COUNT = 50;
export const CHOICE_MAX_LENGTH = 60;
/** A text may be this long unless its field says otherwise. */
export const TEXT_MAX_LENGTH = 500;

/** What people write into a cell for yes and no. */
const YES = new Set(["true", "yes", "y", "1", "是", "✓"]);
const NO = new Set(["false", "no", "n", "0", "否"]);

export const FieldType = z.enum(["text", "number", "choice", "yes_no"]);
export type FieldType = z.infer<typeof FieldType>;

/** A name in the payload: letters of any language, digits, _ and -. */
const FieldKey = z
  .string()
  .trim()
  .min(1, { error: "fieldKeyMissing" })
  .max(FIELD_KEY_MAX_LENGTH, { error: "fieldKeyLong" })
  .refine((key) => /^[\p{L}\p{N}_-]*$/u.test(key) && key !== "__proto__", {
    error: "fieldKeyCharacters",
  });

const Common = z.object({
  key: FieldKey,
  label: z
    .string()
    .trim()
    .min(1, { error: "fieldLabelMissing" })
    .max(FIELD_LABEL_MAX_LENGTH, { error: "fieldLabelLong" }),
  isRequired: z.boolean(),
});

/** One thing a campaign's payloads say: `shop`, `table`, `channel` … */
export const CampaignField = z.discriminatedUnion("type", [
  z.object({
    ...Common.shape,
    type: z.literal("text"),
    maxLength: z
      .number({ error: "fieldMaxLengthRange" })
      .int({ error: "fieldMaxLengthRange" })
      .min(1, { error: "fieldMaxLengthRange" })
      .max(TEXT_MAX_LENGTH, { error: "fieldMaxLengthRange" })
      .optional(),
  }),
  z.object({ ...Common.shape, type: z.literal("number") }),
  z.object({
    ...Common.shape,
    type: z.literal("choice"),
    choices: z
      .array(z.string().trim())
      .min(1, { error: "choicesMissing" })
      .max(CHOICES_MAX_COUNT, { error: "choicesMany" })
      .refine((choices) => choices.every((choice) => choice !== ""), { error: "choiceMissing" })
      .refine((choices) => choices.every(({ length }) => length <= CHOICE_MAX_LENGTH), {
        error: "choiceLong",
      })
      .refine((choices) => new Set(choices).size === choices.length, { error: "choiceTwice" }),
  }),
  z.object({ ...Common.shape, type: z.literal("yes_no") }),
]);
export type CampaignField = z.infer<typeof CampaignField>;

/** None: a payload of the campaign may be anything. */
export const CampaignFields = z
  .array(CampaignField)
  .max(FIELDS_MAX_COUNT, { error: "fieldsMany" })
  .superRefine((fields, check) => {
    fields.forEach(({ key }, place) => {
      if (fields.findIndex((field) => field.key === key) === place) return;
      check.addIssue({ code: "custom", path: [place, "key"], message: "fieldKeyTwice" });
    });
  });

export const SetCampaignFieldsInput = z
  .object({
    campaignId: z.uuid(),
    fields: CampaignFields,
    /** Key of the field whose values are counted apart in the figures of scans. */
    channelField: z.string().nullable(),
  })
  .refine(
    ({ fields, channelField }) =>
      channelField === null || fields.some(({ key }) => key === channelField),
    { path: ["channelField"], error: "channelFieldUnknown" },
  );
export type SetCampaignFieldsInput = z.input<typeof SetCampaignFieldsInput>;

/** What is wrong with a payload: `reason` picks `errors.<reason>`; `key` is null for the payload as a whole. */
export interface PayloadProblem {
  key: string | null;
  reason: string;
  values: Record<string, string | number>;
}

/** Anything a payload may hold. */
export const JsonValue = z.json().meta({ id: "JsonValue" });

/**
 * Checks a payload against a campaign's fields. A campaign with fields says what its payloads are made of, so
 * a key it does not know is refused; one without fields takes any object.
 */
export function payloadSchemaFor(
  fields: readonly CampaignField[],
): z.ZodType<Record<string, unknown>> {
  if (fields.length === 0) return z.record(z.string(), JsonValue, { error: "payloadShape" });
  const shape = Object.fromEntries(
    fields.map((field) => {
      const value = valueSchemaFor(field);
      return [field.key, field.isRequired ? value : value.optional()];
    }),
  );
  return z.strictObject(shape, { error: "payloadShape" });
}

/** Everything wrong with a payload, in the order of the fields; empty: it fits. */
export function payloadProblems(
  fields: readonly CampaignField[],
  payload: unknown,
): PayloadProblem[] {
  const { error } = payloadSchemaFor(fields).safeParse(payload);
  return (error?.issues ?? []).flatMap((issue): PayloadProblem[] => {
    if (issue.code === "unrecognized_keys") {
      const known = fields.map(({ key }) => key).join(", ");
      return issue.keys.map((key) => ({
        key,
        reason: "payloadKeyUnknown",
        values: { field: key, known },
      }));
    }
    const field = fields.find(({ key }) => key === issue.path[0]);
    if (!field) return [{ key: null, reason: "payloadShape", values: {} }];
    return [{ key: field.key, reason: issue.message, values: valuesOf(field) }];
  });
}

/**
 * What a cell of a table says for a field: tables know only text. An empty one says nothing (undefined); what
 * cannot be read stays the text it is, so that the check names it.
 */
export function readCell(field: CampaignField, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (field.type === "number") {
    const number = Number(trimmed);
    return Number.isFinite(number) ? number : text;
  }
  if (field.type === "yes_no") {
    const word = trimmed.toLowerCase();
    return YES.has(word) || (NO.has(word) ? false : text);
  }
  return field.type === "choice" ? trimmed : text;
}

function valueSchemaFor(field: CampaignField): z.ZodType {
  switch (field.type) {
    case "text": {
      const text = z
        .string({ error: orMissing("payloadFieldText") })
        .max(maxLengthOf(field), { error: "payloadFieldLong" });
      return field.isRequired
        ? text.refine((value) => value.trim() !== "", { error: "payloadFieldMissing" })
        : text;
    }
    case "number":
      return z.number({ error: orMissing("payloadFieldNumber") });
    case "choice":
      return z.enum(field.choices, { error: orMissing("payloadFieldChoice") });
    case "yes_no":
      return z.boolean({ error: orMissing("payloadFieldYesNo") });
  }
}

function orMissing(reason: string): (issue: { input?: unknown }) => string {
  return ({ input }) => (input === undefined || input === null ? "payloadFieldMissing" : reason);
}

function valuesOf(field: CampaignField): Record<string, string | number> {
  if (field.type === "text") return { field: field.label, max: maxLengthOf(field) };
  if (field.type === "choice") return { field: field.label, choices: field.choices.join(", ") };
  return { field: field.label };
}

function maxLengthOf(field: { maxLength?: number | undefined }): number {
  return field.maxLength ?? TEXT_MAX_LENGTH;
}
