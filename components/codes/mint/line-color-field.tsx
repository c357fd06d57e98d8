"use client";

import {
  ColorArea,
  ColorPicker,
  ColorSlider,
  ColorSwatch,
  ColorSwatchPicker,
  FieldError,
  parseColor,
} from "@heroui/react";
import type { Color } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ColorChannelField } from "@/components/codes/mint/color-channel-field";
import { COLOR_PRESETS } from "@/components/codes/mint/presets";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

/** The colour of the lines: area, hue, hex, red green blue, or one of eight. */
export function LineColorField() {
  const t = useTranslations("newCode.color");
  const errorText = useErrorText();
  const { control } = useMintForm();
  const { field, fieldState } = useController({ control, name: "lineColor" });
  const color = parseColor(field.value);
  const take = (chosen: Color) => field.onChange(chosen.toString("hex").toUpperCase());
  return (
    <div className="flex flex-col gap-2">
      <FieldLabel>{t("label")}</FieldLabel>
      <ColorPicker className="flex flex-col items-start gap-3" value={color} onChange={take}>
        <div className="flex flex-wrap items-end gap-x-3 gap-y-3">
          <ColorPicker.Trigger
            ref={field.ref}
            aria-label={t("open", { color: field.value })}
            className="rounded-lg border border-field-border p-1"
          >
            <ColorSwatch shape="square" size="md" />
          </ColorPicker.Trigger>
          <ColorChannelField label={t("hex")} />
          <ColorChannelField label="R" channel="red" />
          <ColorChannelField label="G" channel="green" />
          <ColorChannelField label="B" channel="blue" />
        </div>
        <ColorPicker.Popover className="flex w-64 flex-col gap-3 p-3">
          <ColorArea
            aria-label={t("area")}
            className="w-full max-w-full"
            colorSpace="hsb"
            xChannel="saturation"
            yChannel="brightness"
          >
            <ColorArea.Thumb />
          </ColorArea>
          <ColorSlider aria-label={t("hue")} channel="hue" colorSpace="hsb">
            <ColorSlider.Track>
              <ColorSlider.Thumb />
            </ColorSlider.Track>
          </ColorSlider>
        </ColorPicker.Popover>
      </ColorPicker>
      <ColorSwatchPicker aria-label={t("presets")} size="sm" value={color} onChange={take}>
        {COLOR_PRESETS.map((preset) => (
          <ColorSwatchPicker.Item key={preset} color={preset}>
            <ColorSwatchPicker.Swatch />
            <ColorSwatchPicker.Indicator />
          </ColorSwatchPicker.Item>
        ))}
      </ColorSwatchPicker>
      {fieldState.error?.message ? (
        <FieldError>{errorText(fieldState.error.message)}</FieldError>
      ) : null}
    </div>
  );
}
