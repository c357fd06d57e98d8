"use client";

import { Button, Description, FieldError, Input, TextField, Tooltip } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useController } from "react-hook-form";
import { insertAt } from "@/components/packs/new/insert-at";
import { NAME_PLACEHOLDERS } from "@/components/packs/new/name-placeholders";
import { usePackForm } from "@/components/packs/new/use-pack-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import type { PublicError } from "@/lib/web/public-error";

interface NameTemplateFieldProps {
  /** Keys of the payloads, which make names too. */
  payloadKeys: readonly string[];
  /** What the server found wrong with the template. */
  problem: PublicError | null;
}

/** Names and folders of the files; a press on a placeholder puts it where the cursor stands. */
export function NameTemplateField({ payloadKeys, problem }: NameTemplateFieldProps) {
  const t = useTranslations("packs.naming");
  const errorText = useErrorText();
  const { control } = usePackForm();
  const { field, fieldState } = useController({ control, name: "nameTemplate" });
  const input = useRef<HTMLInputElement>(null);
  const template = field.value;
  const error = fieldState.error?.message
    ? errorText(fieldState.error.message)
    : problem && errorText(problem.reason, problem.values);

  function insert(placeholder: string) {
    const start = input.current?.selectionStart ?? template.length;
    const end = input.current?.selectionEnd ?? start;
    const { text, cursor } = insertAt(template, `{${placeholder}}`, { start, end });
    field.onChange(text);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(cursor, cursor);
    });
  }

  return (
    <div className="flex flex-col gap-2">
      <TextField
        fullWidth
        name="nameTemplate"
        value={template}
        onChange={field.onChange}
        onBlur={field.onBlur}
        isInvalid={error !== null}
        validationBehavior="aria"
      >
        <FieldLabel>{t("template")}</FieldLabel>
        <Input
          ref={(element) => {
            field.ref(element);
            input.current = element;
          }}
          autoComplete="off"
          spellCheck={false}
          placeholder="{campaign}/{serial}-{label}"
          className="font-mono"
        />
        <Description>{t("templateHelp")}</Description>
        {error ? <FieldError>{error}</FieldError> : null}
      </TextField>
      <div
        role="group"
        aria-label={t("insertInto")}
        className="flex flex-wrap items-center gap-1.5 p-0.5"
      >
        <span className="text-xs text-muted">{t("insert")}</span>
        {NAME_PLACEHOLDERS.map((name) => (
          <InsertButton key={name} name={name} says={t(`placeholders.${name}`)} onInsert={insert} />
        ))}
        {payloadKeys
          .filter((key) => !NAME_PLACEHOLDERS.some((known) => known === key))
          .map((key) => (
            <InsertButton key={key} name={key} says={t("payloadKey")} onInsert={insert} />
          ))}
      </div>
    </div>
  );
}

interface InsertButtonProps {
  name: string;
  /** What stands there in a name. */
  says: string;
  onInsert: (name: string) => void;
}

function InsertButton({ name, says, onInsert }: InsertButtonProps) {
  return (
    <Tooltip>
      <Button
        size="sm"
        variant="outline"
        className="h-7 px-2 font-mono text-xs"
        onPress={() => onInsert(name)}
      >
        {`{${name}}`}
      </Button>
      <Tooltip.Content>{says}</Tooltip.Content>
    </Tooltip>
  );
}
