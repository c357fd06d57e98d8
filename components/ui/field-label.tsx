"use client";

import { Label } from "@heroui/react";
import { cn } from "@heroui/styles";
import type { ReactNode } from "react";

interface FieldLabelProps {
  children: ReactNode;
  /** Says next to the label what is special: “cannot be changed later”, “optional”. */
  note?: string;
  count?: { used: number; most: number };
  /** Id of the field, where it does not stand in a field component that knows its label. */
  htmlFor?: string;
}

/** Label with its note, and at the right how much of a limited length is used. */
export function FieldLabel({ children, note, count, htmlFor }: FieldLabelProps) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <Label htmlFor={htmlFor}>{children}</Label>
        {note ? <span className="text-xs text-muted">{note}</span> : null}
      </span>
      {count ? (
        <span
          aria-hidden
          className={cn(
            "text-xs text-muted",
            count.used > count.most && "font-medium text-danger-soft-foreground",
          )}
        >
          {count.used}/{count.most}
        </span>
      ) : null}
    </div>
  );
}
