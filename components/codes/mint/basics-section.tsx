"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { CampaignField } from "@/components/codes/mint/campaign-field";
import { MiniProgramField } from "@/components/codes/mint/mini-program-field";
import type { CreateCampaign, NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { TagsField } from "@/components/codes/mint/tags-field";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { LABEL_MAX_LENGTH } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface BasicsSectionProps {
  miniPrograms: readonly MiniProgramRow[];
  campaigns: readonly NamedCampaign[];
  createCampaign: CreateCampaign;
}

/** For whom, what for, and how it is found again. */
export function BasicsSection({ miniPrograms, campaigns, createCampaign }: BasicsSectionProps) {
  const t = useTranslations("newCode.basics");
  const { control } = useMintForm();
  const { field } = useController({ control, name: "tags" });
  return (
    <SectionCard title={t("title")}>
      <div className="flex flex-col gap-5">
        <MiniProgramField miniPrograms={miniPrograms} />
        <TextInput
          control={control}
          name="label"
          label={t("label")}
          help={t("labelHelp")}
          placeholder={t("labelExample")}
          countTo={LABEL_MAX_LENGTH}
        />
        <CampaignField campaigns={campaigns} createCampaign={createCampaign} />
        <TagsField tags={field.value} onChange={field.onChange} />
      </div>
    </SectionCard>
  );
}
