"use client";

import { Label, ListBox, Select } from "@heroui/react";
import { useFormatter } from "next-intl";

export interface FacetOption {
  value: string;
  label: string;
  /** Absent where nothing is counted, as for “all”. */
  count?: number;
  capped?: boolean;
}

interface FacetSelectProps {
  label: string;
  options: readonly FacetOption[];
  value: string;
  onChange: (value: string) => void;
}

/** One filter: its values, each with the number of codes it would leave. */
export function FacetSelect({ label, options, value, onChange }: FacetSelectProps) {
  const format = useFormatter();
  return (
    <Select fullWidth value={value} onChange={(key) => onChange(String(key))}>
      <Label>{label}</Label>
      <Select.Trigger>
        <Select.Value />
        <Select.Indicator />
      </Select.Trigger>
      <Select.Popover>
        <ListBox>
          {options.map(({ value: known, label: text, count, capped }) => (
            <ListBox.Item key={known} id={known} textValue={text}>
              <span className="flex min-w-0 flex-1 items-baseline justify-between gap-4">
                <span className="truncate">{text}</span>
                {count === undefined ? null : (
                  <span className="text-xs text-muted">
                    {format.number(count)}
                    {capped ? "+" : ""}
                  </span>
                )}
              </span>
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </Select.Popover>
    </Select>
  );
}
