"use client";

import { Checkbox, FieldError, TextArea, TextField } from "@heroui/react";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import type { Control } from "react-hook-form";
import type { FieldsFormValues } from "@/components/campaigns/fields-form-values";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { FieldLabel } from "@/components/ui/field-label";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";
import { useErrorText } from "@/components/ui/use-error-text";
import { CHOICES_MAX_COUNT, FieldType } from "@/lib/campaigns/fields-schema";

type FormControl = Control<FieldsFormValues, unknown, FieldsFormValues>;

interface FieldItemProps {
  control: FormControl;
  place: number;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One field of a campaign, as it is defined. */
export function FieldItem({ control, place, isLast, onMove, onRemove }: FieldItemProps) {
  const t = useTranslations("campaigns.fields");
  const number = place + 1;
  const type = useWatch({ control, name: `fields.${place}.type` });
  const { field: kind } = useController({ control, name: `fields.${place}.type` });
  const { field: required } = useController({ control, name: `fields.${place}.isRequired` });
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <div className="flex items-center justify-between gap-2">
        <span className="text-sm font-medium">{t("number", { number })}</span>
        <span className="flex">
          <IconButton
            icon={ArrowUp}
            label={t("up", { number })}
            isDisabled={place === 0}
            onPress={() => onMove(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t("down", { number })}
            isDisabled={isLast}
            onPress={() => onMove(1)}
          />
          <IconButton icon={Trash2} label={t("remove", { number })} onPress={onRemove} />
        </span>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput
          control={control}
          name={`fields.${place}.label`}
          label={t("label")}
          help={t("labelHelp")}
        />
        <TextInput
          control={control}
          name={`fields.${place}.key`}
          label={t("key")}
          help={t("keyHelp")}
          isCode
        />
        <ChoiceSelect
          label={t("type")}
          value={type}
          onChange={kind.onChange}
          options={FieldType.options.map((option) => ({
            id: option,
            label: t(`types.${option}`),
          }))}
        />
        {type === "text" ? (
          <TextInput
            control={control}
            name={`fields.${place}.maxLength`}
            label={t("maxLength")}
            help={t("maxLengthHelp")}
          />
        ) : null}
      </div>
      {type === "choice" ? <ChoicesField control={control} place={place} /> : null}
      <Checkbox isSelected={required.value} onChange={required.onChange}>
        <Checkbox.Content>
          <Checkbox.Control className="border border-muted/60 bg-surface">
            <Checkbox.Indicator />
          </Checkbox.Control>
          {t("required")}
        </Checkbox.Content>
      </Checkbox>
    </li>
  );
}

function ChoicesField({ control, place }: { control: FormControl; place: number }) {
  const t = useTranslations("campaigns.fields");
  const errorText = useErrorText();
  const { field, fieldState } = useController({ control, name: `fields.${place}.choices` });
  const used = field.value.split("\n").filter((line) => line.trim() !== "").length;
  return (
    <TextField
      fullWidth
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel count={{ used, most: CHOICES_MAX_COUNT }}>{t("choices")}</FieldLabel>
      <TextArea ref={field.ref} rows={4} />
      {fieldState.error?.message ? (
        <FieldError>{errorText(fieldState.error.message)}</FieldError>
      ) : null}
    </TextField>
  );
}
