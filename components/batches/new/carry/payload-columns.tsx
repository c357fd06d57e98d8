"use client";

import { Checkbox, Input, SearchField, TextField, useFilter } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { SEARCHED_FROM } from "@/components/batches/new/carry/column-select";
import type { SheetColumn } from "@/components/batches/new/carry/column-select";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { PAYLOAD_FIELDS_MAX } from "@/lib/batches/schema";

/** Which columns go into the data a code stands for, and under which names. */
export function PayloadColumns({ columns }: { columns: readonly SheetColumn[] }) {
  const t = useTranslations("batches.carry");
  const errorText = useErrorText();
  const { contains } = useFilter({ sensitivity: "base" });
  const [search, setSearch] = useState("");
  const { control } = useBatchForm();
  const { field, fieldState } = useController({ control, name: "carries.fields" });
  const fields = field.value;
  const faults: unknown = fieldState.error;
  const messages = messagesIn(faults);
  const found = columns.filter(({ name }) => contains(name, search.trim()));

  /** In the order of the table, whatever the order of the ticks. */
  function put(column: string, name: string | null) {
    const next = columns.flatMap((known) => {
      if (known.name === column) return name === null ? [] : [{ name, column }];
      return fields.filter((one) => one.column === known.name);
    });
    field.onChange(next);
  }

  return (
    <fieldset ref={field.ref} tabIndex={-1} className="flex min-w-0 flex-col gap-2 outline-none">
      <legend className="mb-1 w-full sm:max-w-2xl">
        <FieldLabel count={{ used: fields.length, most: PAYLOAD_FIELDS_MAX }}>
          {t("fields")}
        </FieldLabel>
      </legend>
      <p className="text-xs text-muted">{t("fieldsHelp")}</p>
      {columns.length < SEARCHED_FROM ? null : (
        <SearchField
          aria-label={t("searchColumns")}
          className="w-full sm:w-72"
          value={search}
          onChange={setSearch}
        >
          <SearchField.Group>
            <SearchField.SearchIcon />
            <SearchField.Input placeholder={t("searchColumns")} />
            <SearchField.ClearButton />
          </SearchField.Group>
        </SearchField>
      )}
      <ul className="flex max-h-80 flex-col gap-1.5 overflow-y-auto p-0.5 sm:max-w-2xl">
        {found.map(({ name: column, samples }) => {
          const chosen = fields.find((one) => one.column === column);
          return (
            <li key={column} className="grid min-h-10 grid-cols-2 items-center gap-3">
              <Checkbox
                className="group/tick min-w-0 overflow-hidden"
                isSelected={chosen !== undefined}
                onChange={(isChosen) => put(column, isChosen ? column : null)}
              >
                <Checkbox.Content className="w-full min-w-0">
                  <Checkbox.Control className="border border-muted/60 bg-surface group-data-[selected=true]/tick:border-transparent">
                    <Checkbox.Indicator />
                  </Checkbox.Control>
                  <span className="flex min-w-0 flex-1 flex-col">
                    <span className="truncate">{column}</span>
                    <span className="truncate text-xs text-muted">{samples.join(" · ")}</span>
                  </span>
                </Checkbox.Content>
              </Checkbox>
              {chosen ? (
                <TextField
                  fullWidth
                  aria-label={t("fieldName", { column })}
                  value={chosen.name}
                  onChange={(name) => put(column, name)}
                  isInvalid={chosen.name.trim() === ""}
                  validationBehavior="aria"
                >
                  <Input autoComplete="off" spellCheck={false} className="font-mono" />
                </TextField>
              ) : null}
            </li>
          );
        })}
        {found.length === 0 ? <li className="text-sm text-muted">{t("noColumn")}</li> : null}
      </ul>
      {messages.map((message) => (
        <p key={message} role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(message)}
        </p>
      ))}
    </fieldset>
  );
}

/** Issues of the list and of the names in it, each once. */
function messagesIn(fault: unknown): string[] {
  if (typeof fault !== "object" || fault === null) return [];
  const own = "message" in fault && typeof fault.message === "string" ? [fault.message] : [];
  const inner = Object.entries(fault)
    .filter(([key]) => key !== "ref" && key !== "message" && key !== "type")
    .flatMap(([, value]) => messagesIn(value));
  return [...new Set([...own, ...inner])].filter((message) => message !== "");
}
