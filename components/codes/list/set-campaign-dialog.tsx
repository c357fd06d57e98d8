"use client";

import { Label } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import type { EditTicked } from "@/components/codes/list/use-edit-ticked";
import { CampaignSelect } from "@/components/codes/words/campaign-select";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import type { CodeRow } from "@/lib/codes/list-codes";

interface SetCampaignDialogProps {
  codes: readonly CodeRow[];
  campaigns: readonly NamedCampaign[];
  isOpen: boolean;
  onClose: () => void;
  edit: EditTicked;
}

/** One campaign for all ticked codes. */
export function SetCampaignDialog({ isOpen, onClose, ...form }: SetCampaignDialogProps) {
  const t = useTranslations("codes.selection");
  return (
    <FormDialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t("campaignTitle", { count: form.codes.length })}
    >
      <SetCampaignForm {...form} onClose={onClose} />
    </FormDialog>
  );
}

function SetCampaignForm({
  codes,
  campaigns,
  onClose,
  edit,
}: Omit<SetCampaignDialogProps, "isOpen">) {
  const t = useTranslations("codes");
  const shared = sharedCampaign(codes);
  const [campaignId, setCampaignId] = useState(shared?.id ?? null);
  const isListed = !shared || campaigns.some(({ id }) => id === shared.id);
  return (
    <DialogForm
      onSubmit={() => void edit.run({ campaignId }).then((isDone) => isDone && onClose())}
      onCancel={onClose}
      isPending={edit.isPending}
      problem={edit.problem}
      labels={{ cancel: t("selection.cancel"), submit: t("selection.apply") }}
    >
      <CampaignSelect
        campaigns={isListed ? campaigns : [shared, ...campaigns]}
        value={campaignId}
        onChange={setCampaignId}
        noneText={t("list.noCampaign")}
      >
        <Label>{t("selection.campaignLabel")}</Label>
      </CampaignSelect>
      <p className="text-xs text-muted">{t("selection.campaignHelp")}</p>
    </DialogForm>
  );
}

/** The campaign they are all in, if it is one. */
function sharedCampaign(codes: readonly CodeRow[]): NamedCampaign | null {
  const [first] = codes;
  if (!first?.campaignId || codes.some(({ campaignId }) => campaignId !== first.campaignId)) {
    return null;
  }
  return { id: first.campaignId, name: first.campaignName ?? "" };
}
