"use client";

import { FieldError, NumberField } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { PRINT_DPI, printedMm } from "@/components/codes/picture/physical-size";
import { DrawnSample } from "@/components/packs/drawing/drawn-sample";
import { ImageTypeField } from "@/components/packs/drawing/image-type-field";
import { LookChoice } from "@/components/packs/drawing/look-choice";
import { NoLooks } from "@/components/packs/drawing/no-looks";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import type { FrameDrawing } from "@/lib/packs/drawing-schema";
import type { TemplateRow } from "@/lib/packs/template-schema";

export interface DrawingErrors {
  templateId?: string;
  pixelWidth?: string;
}

interface FrameFieldsProps {
  /** Null until a look is chosen. */
  value: FrameDrawing | null;
  onChange: (drawing: FrameDrawing) => void;
  templates: readonly TemplateRow[];
  sampleCodeId: string | null;
  /** Keys of the errors beside the fields. */
  errors?: DrawingErrors;
}

const FIRST = { pixelWidth: 1_000, imageType: "png" } as const;

/** Codes in a frame: which one, how large on paper, as what kind of file. */
export function FrameFields({
  value,
  onChange,
  templates,
  sampleCodeId,
  errors,
}: FrameFieldsProps) {
  const t = useTranslations("packTemplates.choose");
  const format = useFormatter();
  const errorText = useErrorText();
  if (templates.length === 0) return <NoLooks kind="frame" />;
  const pixelWidth = value?.pixelWidth ?? FIRST.pixelWidth;
  return (
    <div className="flex flex-col gap-5">
      <LookChoice
        templates={templates}
        value={value?.templateId ?? null}
        onChange={(templateId) => onChange({ ...FIRST, ...value, templateId })}
        sampleCodeId={sampleCodeId}
        error={errors?.templateId}
      />
      {value ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField
              fullWidth
              value={value.pixelWidth}
              onChange={(pixelWidth) => onChange({ ...value, pixelWidth })}
              step={100}
              formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
              isInvalid={Boolean(errors?.pixelWidth)}
              validationBehavior="aria"
            >
              <FieldLabel note="200–4000 px">{t("pixelWidth")}</FieldLabel>
              <NumberField.Group>
                <NumberField.DecrementButton />
                <NumberField.Input />
                <NumberField.IncrementButton />
              </NumberField.Group>
              {Number.isFinite(pixelWidth) ? (
                <p className="text-xs text-muted">
                  {t("printed", { mm: format.number(printedMm(pixelWidth)), dpi: PRINT_DPI })}
                </p>
              ) : null}
              {errors?.pixelWidth ? <FieldError>{errorText(errors.pixelWidth)}</FieldError> : null}
            </NumberField>
            <ImageTypeField
              value={value.imageType}
              onChange={(imageType) => onChange({ ...value, imageType })}
            />
          </div>
          <DrawnSample
            templates={templates}
            templateId={value.templateId}
            sampleCodeId={sampleCodeId}
          />
        </>
      ) : null}
    </div>
  );
}
