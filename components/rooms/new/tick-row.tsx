"use client";

import { Checkbox, Description } from "@heroui/react";
import type { ReactNode } from "react";

interface TickRowProps {
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  /** One line that says what it means. */
  help?: string;
  children: ReactNode;
}

/** A check box with its words, the whole of which can be clicked. */
export function TickRow({ isTicked, onTick, help, children }: TickRowProps) {
  return (
    <Checkbox
      isSelected={isTicked}
      onChange={onTick}
      className="group/tick w-full min-w-0 rounded-lg px-2 py-1.5 hover:bg-surface-secondary"
    >
      <Checkbox.Content className="w-full min-w-0">
        <Checkbox.Control className="border border-muted/60 bg-surface group-data-[selected=true]/tick:border-transparent">
          <Checkbox.Indicator />
        </Checkbox.Control>
        <span className="min-w-0 flex-1 break-words">{children}</span>
      </Checkbox.Content>
      {help ? <Description>{help}</Description> : null}
    </Checkbox>
  );
}
