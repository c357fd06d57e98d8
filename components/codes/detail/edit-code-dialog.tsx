"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Label } from "@heroui/react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useController, useForm } from "react-hook-form";
import type { NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { CampaignSelect } from "@/components/codes/words/campaign-select";
import { TagsField } from "@/components/codes/mint/tags-field";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { EditCodeInput, LABEL_MAX_LENGTH } from "@/lib/codes/schema";
import type { CodeDetail } from "@/lib/codes/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type EditCode = (input: EditCodeInput) => Promise<ActionResult<CodeDetail>>;

interface EditCodeDialogProps {
  code: CodeDetail;
  campaigns: readonly NamedCampaign[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  editCode: EditCode;
}

/** Name, tags and campaign: all that can still change once a code is minted. */
export function EditCodeDialog({
  code,
  campaigns,
  isOpen,
  onOpenChange,
  editCode,
}: EditCodeDialogProps) {
  const t = useTranslations("codeDetail.edit");
  const router = useRouter();
  const { run, isPending, problem } = useAction(editCode);
  const { control, handleSubmit } = useForm<EditCodeInput>({
    resolver: zodResolver(EditCodeInput),
    defaultValues: {
      codeId: code.id,
      label: code.label,
      tags: code.tags,
      campaignId: code.campaign?.id ?? null,
    },
  });
  const tags = useController({ control, name: "tags" }).field;
  const campaign = useController({ control, name: "campaignId" }).field;
  const { campaign: current } = code;
  const isListed = current === null || campaigns.some(({ id }) => id === current.id);
  const known = isListed ? campaigns : [current, ...campaigns];

  async function save(input: EditCodeInput) {
    if (!(await run(input))) return;
    onOpenChange(false);
    router.refresh();
  }

  return (
    <FormDialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("title")}>
      <DialogForm
        onSubmit={(event) => void handleSubmit(save)(event)}
        onCancel={() => onOpenChange(false)}
        isPending={isPending}
        problem={problem}
        labels={{ cancel: t("cancel"), submit: t("save") }}
      >
        <TextInput control={control} name="label" label={t("label")} countTo={LABEL_MAX_LENGTH} />
        <CampaignSelect
          campaigns={known}
          value={campaign.value}
          onChange={campaign.onChange}
          noneText={t("noCampaign")}
        >
          <Label>{t("campaign")}</Label>
        </CampaignSelect>
        <TagsField tags={tags.value} onChange={tags.onChange} />
        <p className="text-xs text-muted">{t("restIsFixed")}</p>
      </DialogForm>
    </FormDialog>
  );
}
