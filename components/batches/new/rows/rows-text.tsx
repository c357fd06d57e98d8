"use client";

import { Description, TextArea } from "@heroui/react";
import { useEffect, useId, useRef } from "react";
import type { ClipboardEvent } from "react";
import { SHOWN_TEXT_MAX } from "@/components/batches/new/rows/rows-source";
import { FieldLabel } from "@/components/ui/field-label";

interface RowsTextProps {
  label: string;
  help: string;
  placeholder: string;
  text: string;
  onChange: (text: string) => void;
  inputRef: ((element: HTMLTextAreaElement | null) => void) | undefined;
  error: string | undefined;
}

/**
 * Many lines of text: a piece of a sheet, or a list. The field keeps its own text, for putting back
 * a long one at every key would be slow; one that is too long for a field never gets into it.
 */
export function RowsText(props: RowsTextProps) {
  const { label, help, placeholder, text, onChange, inputRef, error } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  useEffect(() => {
    if (field.current && field.current.value !== text) field.current.value = text;
  }, [text]);

  function takeLong(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData("text/plain");
    if (value.length + pasted.length <= SHOWN_TEXT_MAX) return;
    const whole = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
    if (whole.length <= SHOWN_TEXT_MAX) return;
    event.preventDefault();
    onChange(whole);
  }

  return (
    <div className="flex flex-col gap-1">
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      <TextArea
        ref={(element) => {
          field.current = element;
          inputRef?.(element);
        }}
        id={id}
        fullWidth
        rows={8}
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        aria-describedby={error ? `${id}-help ${id}-error` : `${id}-help`}
        aria-invalid={error !== undefined}
        defaultValue={text}
        onChange={(event) => onChange(event.target.value)}
        onPaste={takeLong}
        className="font-mono text-sm leading-5 whitespace-pre"
      />
      <Description id={`${id}-help`}>{help}</Description>
      {error ? (
        <p id={`${id}-error`} className="text-sm text-danger-soft-foreground">
          {error}
        </p>
      ) : null}
    </div>
  );
}
