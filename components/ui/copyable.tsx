"use client";

import { CopyButton } from "@/components/ui/copy-button";

interface CopyableProps {
  text: string;
  /** What it is, for the button. */
  label: string;
}

/** A value people take elsewhere: unbroken letters, with its copy button. */
export function Copyable({ text, label }: CopyableProps) {
  return (
    <span className="-my-1 flex min-w-0 items-center gap-1">
      <code className="min-w-0 font-mono text-[13px] break-all">{text}</code>
      <CopyButton text={text} label={label} />
    </span>
  );
}
