"use client";

import { useTranslations } from "next-intl";
import { LookPicture } from "@/components/packs/templates/look-picture";
import { TextLink } from "@/components/ui/text-link";
import type { TemplateRow } from "@/lib/packs/template-schema";

interface DrawnSampleProps {
  templates: readonly TemplateRow[];
  templateId: string;
  sampleCodeId: string | null;
}

/** The first code of the selection as it will be, large enough to read. */
export function DrawnSample({ templates, templateId, sampleCodeId }: DrawnSampleProps) {
  const t = useTranslations("packTemplates.choose");
  const template = templates.find(({ id }) => id === templateId);
  if (!template) return null;
  return (
    <figure className="flex flex-col gap-2">
      <LookPicture
        template={template}
        codeId={sampleCodeId}
        isLarge
        alt={t("sampleAlt", { name: template.name })}
        className="border border-border"
      />
      <figcaption className="text-xs text-muted">
        {t("sample")} <TextLink href={`/packs/templates/${template.id}`}>{t("change")}</TextLink>
      </figcaption>
    </figure>
  );
}
