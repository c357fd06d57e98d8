"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useController, useWatch } from "react-hook-form";
import { FrameFields } from "@/components/packs/drawing/frame-fields";
import { PosterFields } from "@/components/packs/drawing/poster-fields";
import { LabelFields } from "@/components/packs/labels/label-fields";
import type { PackFormValues } from "@/components/packs/new/pack-form-values";
import { usePackForm } from "@/components/packs/new/use-pack-form";
import { SpreadsheetFields } from "@/components/packs/spreadsheet/spreadsheet-fields";
import { SectionCard } from "@/components/ui/section-card";
import { useErrorText } from "@/components/ui/use-error-text";
import type { PackPreview } from "@/lib/packs/pack-view";
import type { TemplateRow } from "@/lib/packs/template-schema";

interface OptionFieldsProps {
  templates: readonly TemplateRow[];
  preview: PackPreview | null;
}

/** How the chosen form shall look; pictures as they are have nothing to say. */
export function OptionFields({ templates, preview }: OptionFieldsProps) {
  const t = useTranslations("packs.new");
  const { control } = usePackForm();
  const form = useWatch({ control, name: "form" });
  const frame = useController({ control, name: "frame" }).field;
  const poster = useController({ control, name: "poster" }).field;
  const labels = useController({ control, name: "labels" }).field;
  const spreadsheet = useController({ control, name: "spreadsheet" }).field;
  const sampleCodeId = preview?.sampleCodeId ?? null;
  if (form === "pictures") return null;
  const fields = {
    framed: (
      <Option name="frame">
        <FrameFields
          value={frame.value}
          onChange={frame.onChange}
          templates={templates.filter(({ kind }) => kind === "frame")}
          sampleCodeId={sampleCodeId}
        />
      </Option>
    ),
    posters: (
      <Option name="poster">
        <PosterFields
          value={poster.value}
          onChange={poster.onChange}
          templates={templates.filter(({ kind }) => kind === "poster")}
          sampleCodeId={sampleCodeId}
        />
      </Option>
    ),
    labels: (
      <Option name="labels">
        <LabelFields
          value={labels.value}
          onChange={labels.onChange}
          sampleCodeId={sampleCodeId}
          codeCount={preview?.codeCount ?? 0}
        />
      </Option>
    ),
    spreadsheet: (
      <Option name="spreadsheet">
        <SpreadsheetFields
          value={spreadsheet.value}
          onChange={spreadsheet.onChange}
          payloadKeys={preview?.payloadKeys ?? []}
        />
      </Option>
    ),
  };
  return <SectionCard title={t(`options.${form}`)}>{fields[form]}</SectionCard>;
}

interface OptionProps {
  name: keyof PackFormValues;
  children: ReactNode;
}

/** The place of an option: where its error stands and where the focus goes. */
function Option({ name, children }: OptionProps) {
  const errorText = useErrorText();
  const { control } = usePackForm();
  const { field, fieldState } = useController({ control, name });
  // A spreadsheet says itself what is wrong with its columns.
  const error = name === "spreadsheet" ? undefined : fieldState.error?.message;
  return (
    <div ref={field.ref} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      {error ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(error)}
        </p>
      ) : null}
      {children}
    </div>
  );
}
