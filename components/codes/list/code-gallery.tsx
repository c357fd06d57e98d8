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

/** Codes as pictures. */
export function CodeGallery({ rows, causes, ticked, onTick }: ShownCodes) {
  const t = useTranslations("codes.list");
  return (
    <ul className="grid grid-cols-2 gap-3 p-4 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      {rows.map((code) => (
        <li key={code.id} className="relative">
          <TickBox
            label={t("tick", { label: code.label })}
            isTicked={ticked.has(code.id)}
            onTick={() => onTick(toggled(ticked, code.id))}
            className="absolute start-2.5 top-2.5 z-1"
            contentClassName="rounded-lg p-3"
          />
          <Link
            href={`/codes/${code.id}`}
            title={causes[code.id]}
            className={cn(
              "flex h-full flex-col gap-2.5 rounded-xl border p-2.5 transition-colors",
              ticked.has(code.id)
                ? "border-accent bg-accent-soft"
                : "border-border hover:bg-surface-secondary",
            )}
          >
            <CodeThumbnail codeId={code.id} status={code.status} className="aspect-square w-full" />
            <span className="min-w-0 px-0.5">
              <span className="block truncate font-medium">{code.label}</span>
              <TargetText target={code.target} scene={code.scene} serial={code.serial} />
            </span>
            <CodeMarks code={code} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
