"use client";

import { toast } from "@heroui/react";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CampaignForm } from "@/components/campaigns/campaign-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { RenameCampaignInput } from "@/lib/campaigns/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type Rename = (input: RenameCampaignInput) => Promise<ActionResult<void>>;

interface RenameCampaignProps {
  campaign: { id: string; name: string };
  rename: Rename;
}

/** Gives a campaign another name. */
export function RenameCampaign({ campaign, rename }: RenameCampaignProps) {
  const t = useTranslations("campaigns.rename");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { id: campaignId, name } = campaign;
  return (
    <>
      <IconButton icon={Pencil} label={t("of", { name })} onPress={() => setOpen(true)} />
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("of", { name })}>
        <CampaignForm
          save={(input) => rename({ campaignId, ...input })}
          name={name}
          submitText={t("submit")}
          onCancel={() => setOpen(false)}
          onDone={(newName) => {
            setOpen(false);
            toast.success(t("done", { name: newName }));
            router.refresh();
          }}
        />
      </FormDialog>
    </>
  );
}
