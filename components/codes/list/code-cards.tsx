"use client";

import Link from "next/link";
import type { ShownCodes } from "@/components/codes/list/code-table";
import { TargetText } from "@/components/codes/list/target-text";
import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import { EnvChip } from "@/components/codes/words/env-chip";
import { KindChip } from "@/components/codes/words/kind-chip";
import { TimeStamp } from "@/components/ui/time-stamp";

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
              <span className="flex flex-wrap items-center gap-1">
                <KindChip kind={code.kind} />
                <EnvChip envVersion={code.envVersion} />
                {code.status === "minted" ? null : <CodeStatusChip status={code.status} />}
                <span className="ms-auto text-xs text-muted">
                  <TimeStamp at={code.createdAt} />
                </span>
              </span>
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
