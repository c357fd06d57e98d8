"use client";

import { Checkbox, Input, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { useErrorText } from "@/components/ui/use-error-text";

/** Which columns go into the data a code stands for, and under which names. */
export function PayloadColumns({ columns }: { columns: readonly string[] }) {
  const t = useTranslations("batches.carry");
  const errorText = useErrorText();
  const { control } = useBatchForm();
  const { field, fieldState } = useController({ control, name: "carries.fields" });
  const fields = field.value;
  const faults: unknown = fieldState.error;
  const messages = messagesIn(faults);

  /** In the order of the table, whatever the order of the ticks. */
  function put(column: string, name: string | null) {
    const next = columns.flatMap((known) => {
      if (known === column) return name === null ? [] : [{ name, column }];
      return fields.filter((one) => one.column === known);
    });
    field.onChange(next);
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t("fields")}</legend>
      <p className="text-xs text-muted">{t("fieldsHelp")}</p>
      <ul className="flex max-h-80 flex-col gap-1.5 overflow-y-auto p-0.5">
        {columns.map((column) => {
          const chosen = fields.find((one) => one.column === column);
          return (
            <li key={column} className="grid min-h-9 grid-cols-2 items-center gap-3 sm:max-w-xl">
              <Checkbox
                className="group/tick min-w-0"
                isSelected={chosen !== undefined}
                onChange={(isChosen) => put(column, isChosen ? column : null)}
              >
                <Checkbox.Content>
                  <Checkbox.Control className="border border-muted/60 bg-surface group-data-[selected=true]/tick:border-transparent">
                    <Checkbox.Indicator />
                  </Checkbox.Control>
                  <span className="truncate">{column}</span>
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
