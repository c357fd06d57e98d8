"use client";

import { CopyButton } from "@/components/ui/copy-button";

/** Text for machines, to read and to take along; scrolls by itself when it is long. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="relative">
      <pre
        tabIndex={0}
        aria-label={label}
        className="max-h-80 overflow-auto rounded-lg bg-surface-secondary p-3 pe-11 font-mono text-xs leading-5"
      >
        {text}
      </pre>
      <span className="absolute top-0 right-0 rounded-lg bg-surface-secondary p-1">
        <CopyButton text={text} label={label} />
      </span>
    </div>
  );
}
