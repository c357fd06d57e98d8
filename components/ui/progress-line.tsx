"use client";

import { ProgressBar } from "@heroui/react";
import type { ComponentProps, ReactNode } from "react";

interface ProgressLineProps {
  /** Whose progress, for screen readers. */
  label: string;
  done: number;
  total: number;
  percent: number;
  /** As people read them: “3 of 12”. */
  numbers: string;
  color?: ComponentProps<typeof ProgressBar>["color"];
  size?: "sm" | "md";
  /** Said behind the numbers. */
  children?: ReactNode;
}

/** How far something is: the bar, and the numbers at its end. */
export function ProgressLine(props: ProgressLineProps) {
  const { label, done, total, percent, numbers, color, size = "sm", children } = props;
  return (
    <div className="flex min-w-0 items-center gap-2">
      <ProgressBar
        aria-label={label}
        value={done}
        maxValue={Math.max(total, 1)}
        valueLabel={`${percent} %, ${numbers}`}
        color={color}
        size={size}
        className="min-w-16 flex-1"
      >
        <ProgressBar.Track>
          <ProgressBar.Fill />
        </ProgressBar.Track>
      </ProgressBar>
      <span className="shrink-0 text-xs whitespace-nowrap text-muted">
        {numbers}
        {children}
      </span>
    </div>
  );
}
