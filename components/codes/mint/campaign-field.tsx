"use client";

import { Button, Label, ListBox, Select } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { NewCampaignDialog } from "@/components/codes/mint/new-campaign-dialog";
import type { CreateCampaign, NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { FieldLabel } from "@/components/ui/field-label";

const NONE = "none";

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
      <Select
        fullWidth
        className="min-w-0 flex-1"
        value={field.value ?? NONE}
        onChange={(key) => field.onChange(key === NONE ? null : String(key))}
        onBlur={field.onBlur}
      >
        <FieldLabel note={t("optional")}>{t("label")}</FieldLabel>
        <Select.Trigger ref={field.ref}>
          <Select.Value />
          <Select.Indicator />
        </Select.Trigger>
        <Select.Popover>
          <ListBox>
            {[{ id: NONE, name: t("none") }, ...known].map(({ id, name }) => (
              <ListBox.Item key={id} id={id} textValue={name}>
                <Label>{name}</Label>
                <ListBox.ItemIndicator />
              </ListBox.Item>
            ))}
          </ListBox>
        </Select.Popover>
      </Select>
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
