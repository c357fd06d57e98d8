"use client";

import { cn } from "@heroui/styles";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";

interface FoldProps {
  title: ReactNode;
  children: ReactNode;
  /** A fold within a fold. */
  isSmall?: boolean;
}

/** Shut until somebody wants to know; what is in it is made only then. */
export function Fold({ title, children, isSmall = false }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} className="group/fold min-w-0">
      <summary
        className={cn(
          "flex cursor-pointer list-none items-center gap-1.5 [&::-webkit-details-marker]:hidden",
          isSmall ? "py-0.5 text-xs text-muted hover:text-foreground" : "py-2.5 font-medium",
        )}
      >
        <ChevronRight
          aria-hidden
          className={cn("size-4 shrink-0 text-muted transition-transform", isOpen && "rotate-90")}
        />
        {title}
      </summary>
      {isOpen ? <div className={cn(isSmall ? "pt-1 pb-2" : "pb-4")}>{children}</div> : null}
    </details>
  );
}
