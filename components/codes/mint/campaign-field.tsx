"use client";

import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { NewCampaignDialog } from "@/components/codes/mint/new-campaign-dialog";
import type { CreateCampaign, NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { CampaignSelect } from "@/components/codes/words/campaign-select";
import { FieldLabel } from "@/components/ui/field-label";

interface CampaignFieldProps {
  campaigns: readonly NamedCampaign[];
  createCampaign: CreateCampaign;
}

/** What the code is for; a new campaign can be made without leaving the form. */
export function CampaignField({ campaigns, createCampaign }: CampaignFieldProps) {
  const t = useTranslations("newCode.campaign");
  const { control } = useMintForm();
  const { field } = useController({ control, name: "campaignId" });
  const [isCreating, setCreating] = useState(false);
  const [created, setCreated] = useState<NamedCampaign[]>([]);
  const known = [
    ...created.filter(({ id }) => campaigns.every((campaign) => campaign.id !== id)),
    ...campaigns,
  ];
  return (
    <div className="flex items-end gap-2">
      <CampaignSelect
        campaigns={known}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        triggerRef={field.ref}
        noneText={t("none")}
      >
        <FieldLabel note={t("optional")}>{t("label")}</FieldLabel>
      </CampaignSelect>
      <Button variant="outline" onPress={() => setCreating(true)}>
        <Plus aria-hidden className="size-4" />
        {t("create")}
      </Button>
      <NewCampaignDialog
        isOpen={isCreating}
        onOpenChange={setCreating}
        createCampaign={createCampaign}
        onCreated={(campaign) => {
          setCreated((before) => [campaign, ...before]);
          field.onChange(campaign.id);
        }}
      />
    </div>
  );
}
