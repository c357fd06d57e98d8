"use client";

import { Description, FieldError, TextArea, TextField } from "@heroui/react";
import type { RefCallback } from "react";
import { FieldLabel } from "@/components/ui/field-label";

interface RowsTextProps {
  label: string;
  help: string;
  placeholder: string;
  text: string;
  onChange: (text: string) => void;
  inputRef: RefCallback<HTMLTextAreaElement> | undefined;
  error: string | undefined;
}

/** Many lines of text: a piece of a sheet, or a list. */
export function RowsText({
  label,
  help,
  placeholder,
  text,
  onChange,
  inputRef,
  error,
}: RowsTextProps) {
  return (
    <TextField
      fullWidth
      value={text}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel>{label}</FieldLabel>
      <TextArea
        ref={inputRef}
        rows={8}
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        className="font-mono text-sm leading-5 whitespace-pre"
      />
      <Description>{help}</Description>
      {error ? <FieldError>{error}</FieldError> : null}
    </TextField>
  );
}
