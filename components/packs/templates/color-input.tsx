"use client";

import { ColorField, ColorSwatch, ColorSwatchPicker, FieldError, parseColor } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { FieldPath } from "react-hook-form";
import { useLookForm } from "@/components/packs/templates/look-form";
import type { LookForm } from "@/components/packs/templates/look-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

const PRESETS = ["#FFFFFF", "#F2F7F4", "#17201B", "#5C6660", "#07C160", "#1A5FB4", "#C8322B"];
const SIX_DIGITS = /^#[0-9a-fA-F]{6}$/;

interface ColorInputProps {
  name: FieldPath<LookForm>;
  label: string;
}

/** A colour of a look: exact by its digits, or one of seven. */
export function ColorInput({ name, label }: ColorInputProps) {
  const t = useTranslations("packTemplates");
  const errorText = useErrorText();
  const { control } = useLookForm();
  const { field, fieldState } = useController({ control, name });
  const written = String(field.value);
  const color = parseColor(SIX_DIGITS.test(written) ? written : "#000000");
  const error = fieldState.error?.message;
  return (
    <div ref={field.ref} tabIndex={-1} className="flex flex-col gap-2 outline-none">
      <ColorField
        fullWidth
        value={color}
        onChange={(next) => {
          if (next) field.onChange(next.toString("hex").toUpperCase());
        }}
        isInvalid={fieldState.invalid}
        validationBehavior="aria"
      >
        <FieldLabel>{label}</FieldLabel>
        <ColorField.Group fullWidth>
          <ColorField.Prefix>
            <ColorSwatch size="xs" color={color} />
          </ColorField.Prefix>
          <ColorField.Input className="font-mono" />
        </ColorField.Group>
        {error ? <FieldError>{errorText(error)}</FieldError> : null}
      </ColorField>
      <ColorSwatchPicker
        aria-label={t("colorPresets", { label })}
        size="xs"
        value={color}
        onChange={(next) => field.onChange(next.toString("hex").toUpperCase())}
      >
        {PRESETS.map((preset) => (
          <ColorSwatchPicker.Item key={preset} color={preset}>
            <ColorSwatchPicker.Swatch />
            <ColorSwatchPicker.Indicator />
          </ColorSwatchPicker.Item>
        ))}
      </ColorSwatchPicker>
    </div>
  );
}
