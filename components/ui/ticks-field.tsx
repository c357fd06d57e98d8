"use client";

import { Checkbox, CheckboxGroup, Description, FieldError, Label } from "@heroui/react";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import type { Control, FieldPathByValue, FieldValues } from "react-hook-form";
import { useErrorText } from "@/components/ui/use-error-text";

interface TicksFieldProps<Values extends FieldValues, Choice extends string> {
  control: Control<Values, unknown, Values>;
  name: FieldPathByValue<Values, Choice[]>;
  label: string;
  choices: readonly { id: Choice; title: ReactNode; text: string }[];
}

/** Several of a few things, each with one line on what it means. */
export function TicksField<Values extends FieldValues, Choice extends string>({
  control,
  name,
  label,
  choices,
}: TicksFieldProps<Values, Choice>) {
  const errorText = useErrorText();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  const ids = choices.map(({ id }) => id);
  return (
    <CheckboxGroup
      value={field.value}
      onChange={(ticked) => field.onChange(ids.filter((id) => ticked.includes(id)))}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
      className="flex flex-col gap-2"
    >
      <Label>{label}</Label>
      {choices.map(({ id, title, text }) => (
        <Checkbox key={id} value={id} className="m-0">
          <Checkbox.Content>
            <Checkbox.Control className="border border-muted/60 bg-surface">
              <Checkbox.Indicator />
            </Checkbox.Control>
            {title}
          </Checkbox.Content>
          <Description>{text}</Description>
        </Checkbox>
      ))}
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </CheckboxGroup>
  );
}
