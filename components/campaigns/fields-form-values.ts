import { z } from "zod";
import { SetCampaignFieldsInput } from "@/lib/campaigns/fields-schema";
import type { FieldType } from "@/lib/campaigns/fields-schema";
import type { CampaignRow } from "@/lib/campaigns/schema";

/** A field as it is typed: choices line by line, the length as text; changing the kind loses neither. */
export interface FieldValues {
  key: string;
  label: string;
  type: FieldType;
  isRequired: boolean;
  choices: string;
  maxLength: string;
}

export interface FieldsFormValues {
  campaignId: string;
  fields: FieldValues[];
  /** Empty: none. */
  channelField: string;
}

export const NEW_FIELD: FieldValues = {
  key: "",
  label: "",
  type: "text",
  isRequired: false,
  choices: "",
  maxLength: "",
};

export function fieldsFormOf({ id, fields, channelField }: CampaignRow): FieldsFormValues {
  return {
    campaignId: id,
    fields: fields.map((field) => ({
      key: field.key,
      label: field.label,
      type: field.type,
      isRequired: field.isRequired,
      choices: field.type === "choice" ? field.choices.join("\n") : "",
      maxLength: field.type === "text" && field.maxLength ? String(field.maxLength) : "",
    })),
    channelField: channelField ?? "",
  };
}

/** The input of the verb, unchecked. */
export function toFieldsInput({ campaignId, fields, channelField }: FieldsFormValues): unknown {
  return {
    campaignId,
    fields: fields.map(({ choices, maxLength, ...field }) => ({
      ...field,
      ...(field.type === "choice" && { choices: linesOf(choices) }),
      ...(field.type === "text" && maxLength.trim() !== "" && { maxLength: Number(maxLength) }),
    })),
    // A field that was the channel may have been renamed or removed since.
    channelField: fields.some(({ key }) => key.trim() === channelField) ? channelField : null,
  };
}

/** The form as the schema sees it; its issues carry the names of the form's fields. */
export const FieldsFormSchema = z
  .custom<FieldsFormValues>()
  .transform(toFieldsInput)
  .pipe(SetCampaignFieldsInput);

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
