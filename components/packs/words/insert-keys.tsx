"use client";

import { Button } from "@heroui/react";

interface InsertKeysProps {
  /** What the buttons are for, for screen readers. */
  label: string;
  keys: readonly string[];
  /** With its braces. */
  onInsert: (placeholder: string) => void;
}

/** Names that can stand in a text, each a button that puts it there. */
export function InsertKeys({ label, keys, onInsert }: InsertKeysProps) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1">
      {keys.map((key) => (
        <Button
          key={key}
          size="sm"
          variant="outline"
          className="h-6 px-2 font-mono text-xs"
          onPress={() => onInsert(`{${key}}`)}
        >
          {`{${key}}`}
        </Button>
      ))}
    </div>
  );
}
