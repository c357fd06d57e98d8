"use client";

import { Description, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { MeasureField } from "@/components/packs/labels/measure-field";
import { AddColumn } from "@/components/packs/spreadsheet/add-column";
import { ColumnList } from "@/components/packs/spreadsheet/column-list";
import { useErrorText } from "@/components/ui/use-error-text";
import { payloadKeyOf, SpreadsheetOptions } from "@/lib/packs/spreadsheet-schema";
import type { ChosenColumn, SpreadsheetColumn } from "@/lib/packs/spreadsheet-schema";

interface SpreadsheetFieldsProps {
  value: SpreadsheetOptions;
  onChange: (options: SpreadsheetOptions) => void;
  /** Keys of the payloads of the chosen codes, each of which can be a column. */
  payloadKeys?: readonly string[];
}

/** A spreadsheet: what it says of every code and in which order, and whether it shows pictures. */
export function SpreadsheetFields({ value, onChange, payloadKeys = [] }: SpreadsheetFieldsProps) {
  const t = useTranslations("labelSheets");
  const errorText = useErrorText();
  const issues = SpreadsheetOptions.safeParse(value).error?.issues ?? [];
  const faultOf = (field: string) => issues.find(({ path }) => path[0] === field)?.message;
  const columnsFault = faultOf("columns");
  const thumbnailFault = faultOf("thumbnailSize");
  const put = (columns: ChosenColumn[]) => onChange({ ...value, columns });
  const nameOf = (column: ChosenColumn) =>
    payloadKeyOf(column) ?? t(`columns.${column as SpreadsheetColumn}`);
  return (
    <div className="flex flex-col gap-5">
      <AddColumn columns={value.columns} onChange={put} nameOf={nameOf} payloadKeys={payloadKeys} />
      {columnsFault ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(columnsFault)}
        </p>
      ) : null}
      <div className="flex flex-col gap-2">
        <h3 className="text-sm font-medium">{t("spreadsheet.order")}</h3>
        <ColumnList columns={value.columns} onChange={put} nameOf={nameOf} />
      </div>
      <Switch
        isSelected={value.hasThumbnails}
        onChange={(hasThumbnails) => onChange({ ...value, hasThumbnails })}
        size="sm"
      >
        <Switch.Content>
          <Switch.Control>
            <Switch.Thumb />
          </Switch.Control>
          {t("spreadsheet.thumbnails")}
        </Switch.Content>
        <Description>{t("spreadsheet.thumbnailsHelp")}</Description>
      </Switch>
      {value.hasThumbnails ? (
        <div className="w-48">
          <MeasureField
            label={t("spreadsheet.thumbnailSize")}
            value={value.thumbnailSize}
            onChange={(thumbnailSize) => onChange({ ...value, thumbnailSize })}
            fault={thumbnailFault ? { reason: thumbnailFault } : undefined}
          />
        </div>
      ) : null}
    </div>
  );
}
