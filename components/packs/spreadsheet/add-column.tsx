"use client";

import { Button, Checkbox, Input, TextField } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldLabel } from "@/components/ui/field-label";
import { SPREADSHEET_COLUMNS } from "@/lib/packs/spreadsheet-schema";
import type { ChosenColumn } from "@/lib/packs/spreadsheet-schema";

interface AddColumnProps {
  columns: readonly ChosenColumn[];
  onChange: (columns: ChosenColumn[]) => void;
  nameOf: (column: ChosenColumn) => string;
  /** Keys of the payloads of the chosen codes. */
  payloadKeys: readonly string[];
}

const KEY_MAX_LENGTH = 100;

/** Every column there can be, to tick; values of the data by their own names too. */
export function AddColumn({ columns, onChange, nameOf, payloadKeys }: AddColumnProps) {
  const t = useTranslations("labelSheets.spreadsheet");
  const ofPayload = payloadKeys.map((key): ChosenColumn => `payload.${key}`);
  const offered = [...new Set([...SPREADSHEET_COLUMNS, ...ofPayload, ...columns])];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">{t("columns")}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        {offered.map((column) => (
          <Checkbox
            key={column}
            className="min-w-0 overflow-hidden"
            isSelected={columns.includes(column)}
            onChange={(isTicked) =>
              onChange(
                isTicked ? [...columns, column] : columns.filter((known) => known !== column),
              )
            }
          >
            <Checkbox.Content className="w-full min-w-0">
              <Checkbox.Control className="border border-muted/60 bg-surface">
                <Checkbox.Indicator />
              </Checkbox.Control>
              <span className="min-w-0 flex-1 truncate">{nameOf(column)}</span>
            </Checkbox.Content>
          </Checkbox>
        ))}
      </div>
      <AddPayloadKey
        onAdd={(key) => onChange([...new Set([...columns, `payload.${key}` as const])])}
      />
    </fieldset>
  );
}

function AddPayloadKey({ onAdd }: { onAdd: (key: string) => void }) {
  const t = useTranslations("labelSheets.spreadsheet");
  const [key, setKey] = useState("");
  const name = key.trim();
  const isUsable = name !== "" && name.length <= KEY_MAX_LENGTH;

  function add() {
    if (!isUsable) return;
    onAdd(name);
    setKey("");
  }

  return (
    <div className="flex items-end gap-2">
      <TextField className="w-56" value={key} onChange={setKey}>
        <FieldLabel>{t("payloadKey")}</FieldLabel>
        <Input
          autoComplete="off"
          spellCheck={false}
          placeholder="city"
          className="font-mono"
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            // It would order the pack.
            event.preventDefault();
            add();
          }}
        />
      </TextField>
      <Button variant="outline" isDisabled={!isUsable} onPress={add}>
        <Plus aria-hidden className="size-4" />
        {t("add")}
      </Button>
    </div>
  );
}
