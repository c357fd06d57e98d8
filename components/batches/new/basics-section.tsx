"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { CampaignField } from "@/components/codes/mint/campaign-field";
import { MiniProgramField } from "@/components/codes/mint/mini-program-field";
import type { CreateCampaign, NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { TagsField } from "@/components/codes/mint/tags-field";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { BATCH_NAME_MAX_LENGTH } from "@/lib/batches/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface BasicsSectionProps {
  miniPrograms: readonly MiniProgramRow[];
  campaigns: readonly NamedCampaign[];
  createCampaign: CreateCampaign;
}

/** What the batch is called, for whom and what for; tags go to every code of it. */
export function BasicsSection({ miniPrograms, campaigns, createCampaign }: BasicsSectionProps) {
  const t = useTranslations("batches.basics");
  const { control } = useBatchForm();
  const { field } = useController({ control, name: "tags" });
  return (
    <SectionCard title={t("title")}>
      <div className="grid items-start gap-5 md:grid-cols-2">
        <TextInput
          control={control}
          name="name"
          label={t("name")}
          help={t("nameHelp")}
          placeholder={t("nameExample")}
          countTo={BATCH_NAME_MAX_LENGTH}
        />
        <MiniProgramField miniPrograms={miniPrograms} />
        <CampaignField campaigns={campaigns} createCampaign={createCampaign} />
        <TagsField tags={field.value} onChange={field.onChange} />
      </div>
    </SectionCard>
  );
}
