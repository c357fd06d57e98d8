"use client";

import { CodeBlock } from "@/components/ui/code-block";

/** JSON as a person reads it. */
export function JsonBlock({ value, label }: { value: unknown; label: string }) {
  return <CodeBlock text={JSON.stringify(value, null, 2)} label={label} />;
}
