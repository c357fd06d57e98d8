"use client";

import { Description, Label, ListBox, Select } from "@heroui/react";
import { useController } from "react-hook-form";
import type { Control, FieldPath, FieldValues } from "react-hook-form";

interface FormChoiceProps<Values extends FieldValues> {
  control: Control<Values, unknown, Values>;
  name: FieldPath<Values>;
  label: string;
  help?: string;
  options: readonly { id: string; label: string }[];
}

/** One of a few in a form, with a sentence below that says what the chosen one means. */
export function FormChoice<Values extends FieldValues>({
  control,
  name,
  label,
  help,
  options,
}: FormChoiceProps<Values>) {
  const { field } = useController({ control, name });
  return (
    <Select
      fullWidth
      value={String(field.value)}
      onChange={(key) => {
        if (key !== null) field.onChange(String(key));
      }}
      onBlur={field.onBlur}
    >
      <Label>{label}</Label>
      <Select.Trigger ref={field.ref}>
        <Select.Value />
        <Select.Indicator />
      </Select.Trigger>
      {help ? <Description>{help}</Description> : null}
      <Select.Popover>
        <ListBox>
          {options.map((option) => (
            <ListBox.Item key={option.id} id={option.id} textValue={option.label}>
              {option.label}
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </Select.Popover>
    </Select>
  );
}
