"use client";

import { useController } from "react-hook-form";
import { TickRow } from "@/components/rooms/new/tick-row";
import { useRoomForm } from "@/components/rooms/new/use-room-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

interface TickOption {
  id: string;
  label: string;
  help?: string;
}

interface TickListProps {
  name: "slice.actionKinds" | "slice.fields" | "slice.redactions";
  label: string;
  help: string;
  options: readonly TickOption[];
  columns?: "sm:grid-cols-2" | "sm:grid-cols-3";
}

/** A few fixed things, each to be ticked or not; kept in their own order, whatever the order of the ticks. */
export function TickList({
  name,
  label,
  help,
  options,
  columns = "sm:grid-cols-2",
}: TickListProps) {
  const errorText = useErrorText();
  const { control } = useRoomForm();
  const { field, fieldState } = useController({ control, name });
  const ticked: readonly string[] = field.value;
  const message = fieldState.error?.message;

  function put(id: string, isTicked: boolean) {
    const next = options.filter((option) =>
      option.id === id ? isTicked : ticked.includes(option.id),
    );
    field.onChange(next.map((option) => option.id));
  }

  return (
    <fieldset ref={field.ref} tabIndex={-1} className="flex min-w-0 flex-col gap-2 outline-none">
      <legend className="mb-1 w-full">
        <FieldLabel>{label}</FieldLabel>
      </legend>
      <p className="text-xs text-muted">{help}</p>
      <div className={`-mx-2 grid gap-x-2 ${columns}`}>
        {options.map(({ id, label: text, help: meaning }) => (
          <TickRow
            key={id}
            isTicked={ticked.includes(id)}
            onTick={(isTicked) => put(id, isTicked)}
            help={meaning}
          >
            {text}
          </TickRow>
        ))}
      </div>
      {message ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(message)}
        </p>
      ) : null}
    </fieldset>
  );
}
