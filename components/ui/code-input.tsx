"use client";

import { Description, FieldError, Input, Label, TextField } from "@heroui/react";
import { useController } from "react-hook-form";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useErrorText } from "@/components/ui/use-error-text";

/** Six digits of an app, a recovery code, or whichever is at hand. */
const PLACEHOLDERS = { digits: "123456", recovery: "ABCD-EFGH-IJKL-MNOP", either: "123456" };

interface CodeInputProps<Values extends FieldValues> {
  control: Control<Values, unknown, Values>;
  name: FieldPath<Values>;
  label: string;
  help?: string;
  kind: keyof typeof PLACEHOLDERS;
}

/** A code that works once: digits on phones' keyboards, filled in by the browser where it knows the code. */
export function CodeInput<Values extends FieldValues>({
  control,
  name,
  label,
  help,
  kind,
}: CodeInputProps<Values>) {
  const errorText = useErrorText();
  const {
    field: { ref, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <TextField
      fullWidth
      name={name}
      value={String(value ?? "")}
      onChange={onChange}
      onBlur={onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input
        ref={ref}
        inputMode={kind === "digits" ? "numeric" : "text"}
        autoComplete={kind === "recovery" ? "off" : "one-time-code"}
        autoCapitalize="characters"
        spellCheck={false}
        placeholder={PLACEHOLDERS[kind]}
        className="font-mono tracking-wider"
      />
      {help ? <Description>{help}</Description> : null}
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </TextField>
  );
}
