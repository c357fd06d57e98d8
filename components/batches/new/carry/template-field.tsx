"use client";

import { Button, Description, FieldError, Input, TextField, Tooltip } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useController } from "react-hook-form";
import { ColumnSelect, SEARCHED_FROM } from "@/components/batches/new/carry/column-select";
import type { SheetColumn } from "@/components/batches/new/carry/column-select";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { columnsIn } from "@/lib/batches/template-schema";

interface TemplateFieldProps {
  name: "labelTemplate" | "pageTemplate" | "pathTemplate";
  label: string;
  help: string;
  note?: string;
  placeholder?: string;
  isCode?: boolean;
  columns: readonly SheetColumn[];
}

/** Text that is filled in row by row; a press on a column puts it where the cursor stands. */
export function TemplateField(props: TemplateFieldProps) {
  const { name, label, help, note, placeholder, isCode = false, columns } = props;
  const t = useTranslations("batches.template");
  const errorText = useErrorText();
  const { control } = useBatchForm();
  const { field, fieldState } = useController({ control, name });
  const input = useRef<HTMLInputElement>(null);
  const template = field.value;
  const unknown =
    columns.length === 0
      ? []
      : columnsIn(template).filter((column) => !columns.some(({ name }) => name === column));

  function insert(column: string) {
    const place = input.current?.selectionStart ?? template.length;
    const end = input.current?.selectionEnd ?? place;
    const text = `{${column}}`;
    field.onChange(template.slice(0, place) + text + template.slice(end));
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(place + text.length, place + text.length);
    });
  }

  return (
    <div className="flex flex-col gap-2">
      <TextField
        fullWidth
        name={name}
        value={template}
        onChange={field.onChange}
        onBlur={field.onBlur}
        isInvalid={fieldState.invalid || unknown.length > 0}
        validationBehavior="aria"
      >
        <FieldLabel note={note}>{label}</FieldLabel>
        <Input
          ref={(element) => {
            field.ref(element);
            input.current = element;
          }}
          autoComplete="off"
          spellCheck={isCode ? false : undefined}
          placeholder={placeholder}
          className={isCode ? "font-mono" : undefined}
        />
        <Description>{help}</Description>
        {unknown.length > 0 ? (
          <FieldError>{t("unknown", { columns: unknown.join(t("and")) })}</FieldError>
        ) : fieldState.error?.message ? (
          <FieldError>{errorText(fieldState.error.message)}</FieldError>
        ) : null}
      </TextField>
      {columns.length >= SEARCHED_FROM ? (
        <ColumnSelect
          className="max-w-64"
          ariaLabel={t("insertInto", { label })}
          placeholder={t("insertOne")}
          columns={columns}
          value={null}
          onChange={insert}
        />
      ) : columns.length > 0 ? (
        <div
          role="group"
          aria-label={t("insertInto", { label })}
          className="flex max-h-24 flex-wrap items-center gap-1.5 overflow-y-auto p-0.5"
        >
          <span className="text-xs text-muted">{t("insert")}</span>
          {columns.map(({ name: column, samples }) => (
            <Tooltip key={column}>
              <Button
                size="sm"
                variant="outline"
                className="h-7 px-2 font-mono text-xs"
                onPress={() => insert(column)}
              >
                {`{${column}}`}
              </Button>
              {samples.length > 0 ? <Tooltip.Content>{samples.join(" · ")}</Tooltip.Content> : null}
            </Tooltip>
          ))}
        </div>
      ) : null}
    </div>
  );
}
