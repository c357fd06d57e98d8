"use client";

import { Label, ListBox, Select } from "@heroui/react";
import { cn } from "@heroui/styles";

interface ChoiceSelectProps {
  label: string;
  options: readonly { id: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  /** In a tool row the label is for screen readers only. */
  isLabelHidden?: boolean;
  className?: string;
}

/** One of a few, picked from a list. */
export function ChoiceSelect({
  label,
  options,
  value,
  onChange,
  isLabelHidden = false,
  className,
}: ChoiceSelectProps) {
  return (
    <Select
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      className={className}
    >
      <Label className={cn(isLabelHidden && "sr-only")}>{label}</Label>
      <Select.Trigger>
        <Select.Value />
        <Select.Indicator />
      </Select.Trigger>
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
