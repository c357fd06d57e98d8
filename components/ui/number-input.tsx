"use client";

import { Description, FieldError, NumberField } from "@heroui/react";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

interface NumberInputProps<Values extends FieldValues> {
  control: Control<Values, unknown, Values>;
  name: FieldPath<Values>;
  label: string;
  help?: ReactNode;
  step?: number;
}

/** A whole number in a form; its range is the schema's, so a wrong one is explained, not cut. */
export function NumberInput<Values extends FieldValues>({
  control,
  name,
  label,
  help,
  step = 1,
}: NumberInputProps<Values>) {
  const errorText = useErrorText();
  const {
    field: { ref, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <NumberField
      fullWidth
      value={Number(value)}
      onChange={onChange}
      onBlur={onBlur}
      step={step}
      formatOptions={{ useGrouping: false }}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel>{label}</FieldLabel>
      <NumberField.Group>
        <NumberField.DecrementButton />
        <NumberField.Input ref={ref} />
        <NumberField.IncrementButton />
      </NumberField.Group>
      {help ? <Description>{help}</Description> : null}
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </NumberField>
  );
}
