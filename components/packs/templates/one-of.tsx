"use client";

import { ToggleButton, ToggleButtonGroup } from "@heroui/react";
import type { LucideIcon } from "lucide-react";

interface OneOfProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  /** With an icon its label is for the ears only. */
  options: readonly { id: Value; label: string; icon?: LucideIcon }[];
}

/** One of two or three, all of them in sight. */
export function OneOf<Value extends string>({
  label,
  value,
  onChange,
  options,
}: OneOfProps<Value>) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-sm font-medium">{label}</span>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        size="sm"
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const chosen = options.find(({ id }) => keys.has(id));
          if (chosen) onChange(chosen.id);
        }}
      >
        {options.map(({ id, label, icon: Icon }) => (
          <ToggleButton key={id} id={id} aria-label={Icon ? label : undefined}>
            {Icon ? <Icon aria-hidden className="size-4" /> : label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
