"use client";

import { Checkbox } from "@heroui/react";
import { cn } from "@heroui/styles";

interface TickBoxProps {
  label: string;
  /** Left out in a table, where the row itself knows. */
  isTicked?: boolean;
  isIndeterminate?: boolean;
  onTick?: () => void;
  slot?: "selection";
  className?: string;
  /** Room around the box that ticks it too. */
  contentClassName?: string;
}

/** A check box without words beside it; its label is for screen readers. */
export function TickBox({
  label,
  isTicked,
  onTick,
  className,
  contentClassName,
  ...rest
}: TickBoxProps) {
  return (
    <Checkbox
      {...rest}
      aria-label={label}
      isSelected={isTicked}
      onChange={onTick}
      className={cn("group/tick shrink-0", className)}
    >
      <Checkbox.Content className={contentClassName}>
        <Checkbox.Control className="border border-muted/60 bg-surface group-data-[indeterminate=true]/tick:border-transparent group-data-[indeterminate=true]/tick:bg-accent group-data-[selected=true]/tick:border-transparent">
          <Checkbox.Indicator />
        </Checkbox.Control>
      </Checkbox.Content>
    </Checkbox>
  );
}
