"use client";

import { FieldError, NumberField } from "@heroui/react";
import type { Fault } from "@/components/packs/labels/find-faults";
import { useFaultText } from "@/components/packs/labels/use-fault-text";
import { FieldLabel } from "@/components/ui/field-label";

interface MeasureFieldProps {
  label: string;
  /** What it counts, such as mm; without one it is a whole number. */
  unit?: string;
  value: number;
  onChange: (value: number) => void;
  fault?: Fault;
}

/** One number of a label; a wrong one is explained, not cut. */
export function MeasureField({ label, unit, value, onChange, fault }: MeasureFieldProps) {
  const faultText = useFaultText();
  return (
    <NumberField
      fullWidth
      value={value}
      onChange={onChange}
      // A step would round what was typed to it: 21.2 would be 21.
      step={unit ? undefined : 1}
      isWheelDisabled
      formatOptions={{ useGrouping: false, maximumFractionDigits: unit ? 2 : 0 }}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel note={unit}>{label}</FieldLabel>
      <NumberField.Group>
        <NumberField.DecrementButton />
        <NumberField.Input />
        <NumberField.IncrementButton />
      </NumberField.Group>
      {fault ? <FieldError>{faultText(fault)}</FieldError> : null}
    </NumberField>
  );
}
