"use client";

import { FieldError, Input, ListBox, NumberField, Select, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FieldLabel } from "@/components/ui/field-label";
import type { CampaignField } from "@/lib/campaigns/fields-schema";

interface PayloadFieldProps {
  field: CampaignField;
  value: unknown;
  /** Undefined: the payload does not have it. */
  onChange: (value: string | number | boolean | undefined) => void;
  problem: string | null;
}

const NOTHING = "nothing";

/** One field of a campaign, filled in. */
export function PayloadField({ field, value, onChange, problem }: PayloadFieldProps) {
  const t = useTranslations("scenes.fields");
  const note = field.isRequired ? undefined : t("optional");
  switch (field.type) {
    case "text": {
      const text = typeof value === "string" ? value : "";
      return (
        <TextField
          fullWidth
          value={text}
          onChange={(next) => onChange(next === "" ? undefined : next)}
          isInvalid={problem !== null}
          validationBehavior="aria"
        >
          <FieldLabel
            note={note}
            count={field.maxLength ? { used: text.length, most: field.maxLength } : undefined}
          >
            {field.label}
          </FieldLabel>
          <Input autoComplete="off" />
          {problem === null ? null : <FieldError>{problem}</FieldError>}
        </TextField>
      );
    }
    case "number":
      return (
        <NumberField
          fullWidth
          value={typeof value === "number" ? value : Number.NaN}
          onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
          formatOptions={{ useGrouping: false, maximumFractionDigits: 10 }}
          isInvalid={problem !== null}
          validationBehavior="aria"
        >
          <FieldLabel note={note}>{field.label}</FieldLabel>
          <NumberField.Group>
            <NumberField.DecrementButton />
            <NumberField.Input />
            <NumberField.IncrementButton />
          </NumberField.Group>
          {problem === null ? null : <FieldError>{problem}</FieldError>}
        </NumberField>
      );
    case "choice":
    case "yes_no": {
      const choices =
        field.type === "choice"
          ? field.choices.map((choice) => ({ value: choice, label: choice }))
          : [
              { value: true, label: t("yes") },
              { value: false, label: t("no") },
            ];
      const chosen = choices.findIndex((choice) => choice.value === value);
      return (
        <Select
          fullWidth
          value={chosen === -1 ? NOTHING : String(chosen)}
          onChange={(key) => onChange(choices[Number(key)]?.value)}
          isInvalid={problem !== null}
        >
          <FieldLabel note={note}>{field.label}</FieldLabel>
          <Select.Trigger>
            <Select.Value />
            <Select.Indicator />
          </Select.Trigger>
          <Select.Popover>
            <ListBox>
              <ListBox.Item id={NOTHING} textValue={t("nothing")}>
                {t("nothing")}
                <ListBox.ItemIndicator />
              </ListBox.Item>
              {choices.map((choice, place) => (
                <ListBox.Item key={choice.label} id={String(place)} textValue={choice.label}>
                  {choice.label}
                  <ListBox.ItemIndicator />
                </ListBox.Item>
              ))}
            </ListBox>
          </Select.Popover>
          {problem === null ? null : <FieldError>{problem}</FieldError>}
        </Select>
      );
    }
  }
}
