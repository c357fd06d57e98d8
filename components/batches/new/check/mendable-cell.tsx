"use client";

import { Input } from "@heroui/react";
import { useId, useState } from "react";

interface MendableCellProps {
  label: string;
  column: string;
  text: string;
  /** What is wrong, in words; empty where it is said at another cell of the row. */
  fault: string;
  onMend: (text: string) => void;
}

/** Written over in place; taken when the field is left or Enter is pressed. */
export function MendableCell({ label, column, text, fault, onMend }: MendableCellProps) {
  const id = useId();
  const [written, setWritten] = useState(text);
  const [known, setKnown] = useState(text);
  const [taken, setTaken] = useState(text);
  if (known !== text) {
    setKnown(text);
    setTaken(text);
    setWritten(text);
  }
  function take() {
    const mended = written.trim();
    if (mended === taken) return;
    setTaken(mended);
    onMend(mended);
  }
  return (
    <span className="flex max-w-full flex-col gap-1">
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="max-w-40 truncate text-xs text-muted">
          {column}
        </span>
        <Input
          data-mendable
          aria-label={label}
          aria-describedby={fault ? id : undefined}
          aria-invalid
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) take();
          }}
          spellCheck={false}
          className="h-8 w-48 min-w-0 border-danger font-mono text-sm"
        />
      </span>
      {fault ? (
        <span id={id} className="text-danger-soft-foreground">
          {fault}
        </span>
      ) : null}
    </span>
  );
}
