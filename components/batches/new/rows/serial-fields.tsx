"use client";

import { Description, Input, NumberField, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FieldLabel } from "@/components/ui/field-label";
import type { Serial, SheetView } from "@/lib/sheets/schema";

interface SerialFieldsProps {
  serial: Serial;
  onChange: (serial: Serial) => void;
  sheet: SheetView | null;
  error: string | undefined;
}

const NUMBERS = ["start", "step", "padding", "count"] as const;
const WHOLE_NUMBER = { useGrouping: false, maximumFractionDigits: 0 };
const SHOWN_ROWS = 3;

/** Numbers in a row behind a prefix; the first three and the last are shown as they come out. */
export function SerialFields({ serial, onChange, sheet, error }: SerialFieldsProps) {
  const t = useTranslations("batches.serial");
  const shown = sheet?.firstRows.slice(0, SHOWN_ROWS).map(([value]) => value ?? "") ?? [];
  const last = sheet && sheet.rowCount > SHOWN_ROWS ? sheet.lastRow[0] : undefined;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <TextField
          fullWidth
          value={serial.prefix}
          onChange={(prefix) => onChange({ ...serial, prefix })}
        >
          <FieldLabel>{t("prefix")}</FieldLabel>
          <Input placeholder="T-" autoComplete="off" spellCheck={false} className="font-mono" />
          <Description>{t("prefixHelp")}</Description>
        </TextField>
        {NUMBERS.map((name) => (
          <NumberField
            key={name}
            fullWidth
            value={serial[name]}
            onChange={(value) => onChange({ ...serial, [name]: value })}
            formatOptions={WHOLE_NUMBER}
            validationBehavior="aria"
          >
            <FieldLabel>{t(name)}</FieldLabel>
            <NumberField.Group>
              <NumberField.DecrementButton />
              <NumberField.Input />
              <NumberField.IncrementButton />
            </NumberField.Group>
            <Description>{t(`${name}Help`)}</Description>
          </NumberField>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {error}
        </p>
      ) : null}
      {shown.length > 0 && !error ? (
        <p className="flex flex-wrap items-center gap-1.5 text-sm">
          <span className="text-muted">{t("comesOut")}</span>
          {shown.map((value) => (
            <code key={value} className="rounded bg-surface-secondary px-1.5 py-0.5 font-mono">
              {value}
            </code>
          ))}
          {last === undefined ? null : (
            <>
              <span aria-hidden>…</span>
              <code className="rounded bg-surface-secondary px-1.5 py-0.5 font-mono">{last}</code>
            </>
          )}
        </p>
      ) : null}
    </div>
  );
}
