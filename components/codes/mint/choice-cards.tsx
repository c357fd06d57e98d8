"use client";

import { Description, Label, Radio, RadioGroup } from "@heroui/react";
import type { ReactNode } from "react";

export interface Choice<Value extends string> {
  value: Value;
  title: string;
  text: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  label: string;
  isLabelHidden?: boolean;
  value: Value | null;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  columns?: 1 | 2 | 3;
}

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" };

/** A few ways to go on, each said in a sentence. */
export function ChoiceCards<Value extends string>({
  label,
  isLabelHidden = false,
  value,
  onChange,
  choices,
  columns = 1,
}: ChoiceCardsProps<Value>) {
  return (
    <RadioGroup
      className="flex flex-col gap-2"
      aria-label={isLabelHidden ? label : undefined}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((known) => known.value === chosen);
        if (choice) onChange(choice.value);
      }}
    >
      {isLabelHidden ? null : <Label>{label}</Label>}
      <div className={`grid gap-2 ${COLUMNS[columns]}`}>
        {choices.map(({ value: known, title, text }) => (
          <Radio
            key={known}
            value={known}
            className="m-0 rounded-xl border border-border p-3 transition-colors hover:border-field-border-hover data-[selected]:border-accent data-[selected]:bg-accent-soft"
          >
            <Radio.Content className="w-full">
              <Radio.Control>
                <Radio.Indicator />
              </Radio.Control>
              {title}
            </Radio.Content>
            <Description>{text}</Description>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
