"use client";

import { ColorField, ColorSwatch, ColorSwatchPicker, FieldError, parseColor } from "@heroui/react";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

const SIX_DIGITS = /^#[0-9a-fA-F]{6}$/;

interface ColorChoiceProps {
  label: string;
  help?: string;
  presets: readonly string[];
  /** What the presets are called, for screen readers. */
  presetsLabel: string;
  presetSize?: "xs" | "sm";
  /** `#RRGGBB` */
  value: string;
  onChange: (value: string) => void;
  /** Key of the error, when there is one. */
  error?: string;
}

/** Presets to click, and the exact value to type. */
export function ColorChoice(props: ColorChoiceProps) {
  const { label, help, presets, presetsLabel, presetSize = "sm", value, onChange, error } = props;
  const errorText = useErrorText();
  const color = parseColor(SIX_DIGITS.test(value) ? value : "#000000");
  return (
    <div className="flex flex-col gap-2">
      <ColorField
        fullWidth
        value={color}
        onChange={(next) => {
          if (next) onChange(next.toString("hex").toUpperCase());
        }}
        isInvalid={Boolean(error)}
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
        aria-label={presetsLabel}
        size={presetSize}
        value={color}
        onChange={(next) => onChange(next.toString("hex").toUpperCase())}
      >
        {presets.map((preset) => (
          <ColorSwatchPicker.Item key={preset} color={preset}>
            <ColorSwatchPicker.Swatch />
            <ColorSwatchPicker.Indicator />
          </ColorSwatchPicker.Item>
        ))}
      </ColorSwatchPicker>
      {help ? <p className="text-xs text-muted">{help}</p> : null}
    </div>
  );
}
