"use client";

import { Description, Label, Radio, RadioGroup } from "@heroui/react";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import type { Control, FieldPath, FieldValues } from "react-hook-form";

export interface Option {
  value: string;
  title: string;
  text: ReactNode;
  /** Words beside the title, such as “recommended”. */
  marks?: ReactNode;
  /** Its text says why. */
  isDisabled?: boolean;
}

interface OptionCardsProps<Values extends FieldValues> {
  control: Control<Values, unknown, Values>;
  name: FieldPath<Values>;
  label: string;
  isLabelHidden?: boolean;
  options: readonly Option[];
  columns?: 1 | 2;
}

const COLUMNS = { 1: "", 2: "sm:grid-cols-2" };

/** One of a few in a form, each said in a sentence. */
export function OptionCards<Values extends FieldValues>({
  control,
  name,
  label,
  isLabelHidden = false,
  options,
  columns = 1,
}: OptionCardsProps<Values>) {
  const { field } = useController({ control, name });
  return (
    <RadioGroup
      className="flex flex-col gap-2"
      aria-label={isLabelHidden ? label : undefined}
      value={String(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
    >
      {isLabelHidden ? null : <Label>{label}</Label>}
      <div className={`grid gap-2 ${COLUMNS[columns]}`}>
        {options.map(({ value, title, text, marks, isDisabled }) => (
          <Radio
            key={value}
            value={value}
            isDisabled={isDisabled}
            className="m-0 rounded-xl border border-border p-3 transition-colors hover:border-field-border-hover data-[disabled]:bg-surface-secondary data-[disabled]:opacity-100 data-[selected]:border-accent data-[selected]:bg-accent-soft data-[disabled]:[&_*]:opacity-100"
          >
            <Radio.Content className="w-full">
              <Radio.Control>
                <Radio.Indicator />
              </Radio.Control>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                {title}
                {marks}
              </span>
            </Radio.Content>
            <Description>{text}</Description>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
