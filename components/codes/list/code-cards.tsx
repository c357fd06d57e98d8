"use client";

import Link from "next/link";
import type { ShownCodes } from "@/components/codes/list/code-table";
import { TargetText } from "@/components/codes/list/target-text";
import { CodeMarks } from "@/components/codes/words/code-marks";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";

/** Codes on a phone: a row becomes a card. */
export function CodeCards({ rows, causes }: ShownCodes) {
  return (
    <ul className="divide-y divide-separator">
      {rows.map((code) => (
        <li key={code.id}>
          <Link href={`/codes/${code.id}`} className="flex gap-3 px-4 py-3">
            <CodeThumbnail codeId={code.id} status={code.status} className="size-16" />
            <span className="flex min-w-0 flex-1 flex-col gap-1">
              <span className="truncate font-medium">{code.label}</span>
              <TargetText target={code.target} scene={code.scene} />
              <CodeMarks code={code} />
              {causes[code.id] ? (
                <span className="text-xs text-danger-soft-foreground">{causes[code.id]}</span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
