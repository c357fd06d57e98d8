"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { moveColumn } from "@/components/packs/spreadsheet/move-column";
import { IconButton } from "@/components/ui/icon-button";
import type { ChosenColumn } from "@/lib/packs/spreadsheet-schema";

interface ColumnListProps {
  columns: readonly ChosenColumn[];
  onChange: (columns: ChosenColumn[]) => void;
  nameOf: (column: ChosenColumn) => string;
}

/** The columns of the file from the left, each with buttons to move it and take it out. */
export function ColumnList({ columns, onChange, nameOf }: ColumnListProps) {
  const t = useTranslations("labelSheets.spreadsheet");
  return (
    <ol className="flex flex-col rounded-lg border border-border empty:hidden sm:max-w-md">
      {columns.map((column, place) => {
        const name = nameOf(column);
        return (
          <li
            key={column}
            className="flex items-center gap-2 border-border py-0.5 ps-3 pe-1 not-first:border-t"
          >
            <span aria-hidden className="w-5 text-xs text-muted tabular-nums">
              {place + 1}
            </span>
            <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
            <IconButton
              icon={ArrowUp}
              label={t("left", { name })}
              isDisabled={place === 0}
              onPress={() => onChange(moveColumn(columns, place, -1))}
            />
            <IconButton
              icon={ArrowDown}
              label={t("right", { name })}
              isDisabled={place === columns.length - 1}
              onPress={() => onChange(moveColumn(columns, place, 1))}
            />
            <IconButton
              icon={X}
              label={t("remove", { name })}
              onPress={() => onChange(columns.filter((known) => known !== column))}
            />
          </li>
        );
      })}
    </ol>
  );
}
