"use client";

import { FieldError, NumberField } from "@heroui/react";
import { useController } from "react-hook-form";
import type { FieldPath } from "react-hook-form";
import { useLookForm } from "@/components/packs/templates/look-form";
import type { LookForm } from "@/components/packs/templates/look-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

interface MeasureInputProps {
  name: FieldPath<LookForm>;
  label: string;
  least: number;
  most: number;
  unit?: "%" | "px";
  step?: number;
}

/** A length of a look, with its limits beside it. */
export function MeasureInput({ name, label, least, most, unit, step = 0.5 }: MeasureInputProps) {
  const errorText = useErrorText();
  const { control } = useLookForm();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <NumberField
      fullWidth
      value={Number(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
      step={step}
      formatOptions={{ useGrouping: false, maximumFractionDigits: step < 1 ? 2 : 0 }}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel note={`${least}–${most}${unit ? ` ${unit}` : ""}`}>{label}</FieldLabel>
      <NumberField.Group>
        <NumberField.DecrementButton />
        <NumberField.Input ref={field.ref} />
        <NumberField.IncrementButton />
      </NumberField.Group>
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </NumberField>
  );
}
