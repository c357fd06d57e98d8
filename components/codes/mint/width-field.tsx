"use client";

import {
  Description,
  FieldError,
  NumberField,
  Slider,
  ToggleButton,
  ToggleButtonGroup,
} from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { WIDTH_PRESETS } from "@/components/codes/mint/presets";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { PRINT_DPI, printedMm } from "@/components/codes/picture/physical-size";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { WIDTH_DEFAULT, WIDTH_MAX, WIDTH_MIN } from "@/lib/wechat/limits";

const WHOLE_NUMBER = { useGrouping: false, maximumFractionDigits: 0 };

/** 280 to 1,280 pixels by slider, number or preset, with the size on paper. */
export function WidthField() {
  const t = useTranslations("newCode.width");
  const errorText = useErrorText();
  const format = useFormatter();
  const { control } = useMintForm();
  const { field, fieldState } = useController({ control, name: "width" });
  const width = field.value;
  const isUsable = Number.isFinite(width);
  return (
    <div className="flex flex-col gap-2">
      <NumberField
        fullWidth
        value={width}
        onChange={field.onChange}
        onBlur={field.onBlur}
        formatOptions={WHOLE_NUMBER}
        isInvalid={fieldState.invalid}
        validationBehavior="aria"
      >
        <FieldLabel note={t("range", { min: WIDTH_MIN, max: WIDTH_MAX })}>{t("label")}</FieldLabel>
        <div className="flex items-center gap-4">
          <NumberField.Group className="w-36 shrink-0">
            <NumberField.DecrementButton />
            <NumberField.Input ref={field.ref} />
            <NumberField.IncrementButton />
          </NumberField.Group>
          <Slider
            aria-label={t("slider")}
            className="min-w-0 flex-1"
            minValue={WIDTH_MIN}
            maxValue={WIDTH_MAX}
            step={1}
            formatOptions={WHOLE_NUMBER}
            value={isUsable ? Math.min(Math.max(width, WIDTH_MIN), WIDTH_MAX) : WIDTH_DEFAULT}
            onChange={(value) => field.onChange(Array.isArray(value) ? value[0] : value)}
          >
            <Slider.Track>
              <Slider.Fill />
              <Slider.Thumb />
            </Slider.Track>
          </Slider>
        </div>
        {isUsable ? (
          <Description>
            {t("printed", {
              mm: format.number(printedMm(width), { minimumFractionDigits: 1 }),
              dpi: PRINT_DPI,
            })}
          </Description>
        ) : null}
        {fieldState.error?.message ? (
          <FieldError>{errorText(fieldState.error.message)}</FieldError>
        ) : null}
      </NumberField>
      <ToggleButtonGroup
        aria-label={t("presets")}
        selectionMode="single"
        size="sm"
        selectedKeys={[String(width)]}
        onSelectionChange={(keys) => {
          const chosen = WIDTH_PRESETS.find((preset) => keys.has(String(preset)));
          if (chosen) field.onChange(chosen);
        }}
      >
        {WIDTH_PRESETS.map((preset) => (
          <ToggleButton key={preset} id={String(preset)}>
            {preset}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
