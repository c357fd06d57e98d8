"use client";

import type { DrawingErrors } from "@/components/packs/drawing/frame-fields";
import { DrawnSample } from "@/components/packs/drawing/drawn-sample";
import { ImageTypeField } from "@/components/packs/drawing/image-type-field";
import { LookChoice } from "@/components/packs/drawing/look-choice";
import { NoLooks } from "@/components/packs/drawing/no-looks";
import type { PosterDrawing } from "@/lib/packs/drawing-schema";
import type { TemplateRow } from "@/lib/packs/template-schema";

interface PosterFieldsProps {
  /** Null until a look is chosen. */
  value: PosterDrawing | null;
  onChange: (drawing: PosterDrawing) => void;
  templates: readonly TemplateRow[];
  sampleCodeId: string | null;
  /** Keys of the errors beside the fields. */
  errors?: DrawingErrors;
}

/** Codes on a poster: which one, as what kind of file; its size is the poster's own. */
export function PosterFields({
  value,
  onChange,
  templates,
  sampleCodeId,
  errors,
}: PosterFieldsProps) {
  if (templates.length === 0) return <NoLooks kind="poster" />;
  return (
    <div className="flex flex-col gap-5">
      <LookChoice
        templates={templates}
        value={value?.templateId ?? null}
        onChange={(templateId) => onChange({ imageType: "jpeg", ...value, templateId })}
        sampleCodeId={sampleCodeId}
        error={errors?.templateId}
      />
      {value ? (
        <>
          <ImageTypeField
            value={value.imageType}
            onChange={(imageType) => onChange({ ...value, imageType })}
          />
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
