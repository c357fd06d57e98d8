"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import { usePackForm } from "@/components/packs/new/use-pack-form";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { PACK_NAME_MAX_LENGTH, PackForm } from "@/lib/packs/schema";

/** What leaves the house, and what it is called. */
export function WhatSection() {
  const t = useTranslations("packs");
  const { control } = usePackForm();
  const { field } = useController({ control, name: "form" });
  return (
    <SectionCard title={t("new.what")}>
      <div className="flex flex-col gap-5">
        <ChoiceCards
          label={t("new.form")}
          columns={2}
          value={field.value}
          onChange={field.onChange}
          choices={PackForm.options.map((form) => ({
            value: form,
            title: t(`forms.${form}.title`),
            text: t(`forms.${form}.text`),
          }))}
        />
        <TextInput
          control={control}
          name="name"
          label={t("new.name")}
          help={t("new.nameHelp")}
          countTo={PACK_NAME_MAX_LENGTH}
        />
      </div>
    </SectionCard>
  );
}
