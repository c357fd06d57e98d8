"use client";

import Link from "next/link";
import type { ShownCodes } from "@/components/codes/list/code-table";
import { TargetText } from "@/components/codes/list/target-text";
import { CodeMarks } from "@/components/codes/words/code-marks";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";

/** Codes as pictures. */
export function CodeGallery({ rows, causes }: ShownCodes) {
  return (
    <ul className="grid grid-cols-2 gap-3 p-4 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      {rows.map((code) => (
        <li key={code.id}>
          <Link
            href={`/codes/${code.id}`}
            title={causes[code.id]}
            className="flex h-full flex-col gap-2.5 rounded-xl border border-border p-2.5 transition-colors hover:bg-surface-secondary"
          >
            <CodeThumbnail codeId={code.id} status={code.status} className="aspect-square w-full" />
            <span className="min-w-0 px-0.5">
              <span className="block truncate font-medium">{code.label}</span>
              <TargetText target={code.target} scene={code.scene} />
            </span>
            <CodeMarks code={code} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
