"use client";

import { cn } from "@heroui/styles";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ShownCodes } from "@/components/codes/list/code-table";
import { TargetText } from "@/components/codes/list/target-text";
import { TickBox } from "@/components/codes/list/tick-box";
import { toggled } from "@/components/codes/list/use-ticked";
import { CodeMarks } from "@/components/codes/words/code-marks";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";

/** Codes on a phone: a row becomes a card. */
export function CodeCards({ rows, causes, ticked, onTick }: ShownCodes) {
  const t = useTranslations("codes.list");
  return (
    <ul className="divide-y divide-separator">
      {rows.map((code) => (
        <li key={code.id} className={ticked.has(code.id) ? "flex bg-accent-soft" : "flex"}>
          <TickBox
            label={t("tick", { label: code.label })}
            isTicked={ticked.has(code.id)}
            onTick={() => onTick(toggled(ticked, code.id))}
            className="justify-center"
            contentClassName="h-full px-4"
          />
          <Link href={`/codes/${code.id}`} className="flex min-w-0 flex-1 gap-3 py-3 pe-4">
            <CodeThumbnail codeId={code.id} status={code.status} className="size-16" />
            <span className="flex min-w-0 flex-1 flex-col gap-1">
              <span className="truncate font-medium">{code.label}</span>
              <TargetText target={code.target} scene={code.scene} serial={code.serial} />
              <CodeMarks code={code} />
              {causes[code.id] ? (
                <span
                  className={cn(
                    "text-xs",
                    code.heldUntil ? "text-muted" : "text-danger-soft-foreground",
                  )}
                >
                  {causes[code.id]}
                </span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
