"use client";

import { Label, Radio, RadioGroup } from "@heroui/react";
import { useTranslations } from "next-intl";
import { LookPicture } from "@/components/packs/templates/look-picture";
import { useErrorText } from "@/components/ui/use-error-text";
import type { TemplateRow } from "@/lib/packs/template-schema";

interface LookChoiceProps {
  templates: readonly TemplateRow[];
  value: string | null;
  onChange: (templateId: string) => void;
  sampleCodeId: string | null;
  /** Key of the error, when there is one. */
  error?: string;
}

/** Looks as cards with the sample code on them. */
export function LookChoice({ templates, value, onChange, sampleCodeId, error }: LookChoiceProps) {
  const t = useTranslations("packTemplates.choose");
  const errorText = useErrorText();
  return (
    <>
      <RadioGroup className="flex flex-col gap-2" value={value} onChange={onChange}>
        <Label>{t("look")}</Label>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {templates.map((template) => (
            <Radio
              key={template.id}
              value={template.id}
              className="m-0 flex-col items-stretch rounded-xl border border-border p-2 transition-colors hover:border-field-border-hover data-[selected]:border-accent data-[selected]:bg-accent-soft"
            >
              <LookPicture template={template} codeId={sampleCodeId} alt="" className="h-36" />
              <Radio.Content className="w-full pt-2">
                <Radio.Control>
                  <Radio.Indicator />
                </Radio.Control>
                <span className="min-w-0 truncate">{template.name}</span>
              </Radio.Content>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {error ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(error)}
        </p>
      ) : null}
    </>
  );
}
