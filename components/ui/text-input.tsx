"use client";

import { Description, FieldError, Input, TextField } from "@heroui/react";
import { cn } from "@heroui/styles";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

interface TextInputProps<Values extends FieldValues> {
  control: Control<Values, unknown, Values>;
  name: FieldPath<Values>;
  label: string;
  help?: ReactNode;
  note?: string;
  placeholder?: string;
  type?: "text" | "email" | "password";
  autoComplete?: string;
  /** Shows a counter; longer text is still accepted, so nothing pasted is cut silently. */
  countTo?: number;
  /** For AppIDs, paths and the like. */
  isCode?: boolean;
}

/** One line of text in a form: label above, help below, error in its place. */
export function TextInput<Values extends FieldValues>({
  control,
  name,
  label,
  help,
  note,
  placeholder,
  type = "text",
  autoComplete = "off",
  countTo,
  isCode = false,
}: TextInputProps<Values>) {
  const errorText = useErrorText();
  const {
    field: { ref, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name });
  const text = String(value ?? "");
  const error = fieldState.error?.message;
  return (
    <TextField
      fullWidth
      name={name}
      type={type}
      value={text}
      onChange={onChange}
      onBlur={onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel note={note} count={countTo ? { used: text.length, most: countTo } : undefined}>
        {label}
      </FieldLabel>
      <Input
        ref={ref}
        autoComplete={autoComplete}
        placeholder={placeholder}
        spellCheck={isCode ? false : undefined}
        className={cn(isCode && "font-mono")}
      />
      {help ? <Description>{help}</Description> : null}
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </TextField>
  );
}
