"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { CreateCampaignInput } from "@/lib/campaigns/schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface NamedCampaign {
  id: string;
  name: string;
}

export type CreateCampaign = (input: CreateCampaignInput) => Promise<ActionResult<{ id: string }>>;

interface NewCampaignDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  createCampaign: CreateCampaign;
  onCreated: (campaign: NamedCampaign) => void;
}

export function NewCampaignDialog({
  isOpen,
  onOpenChange,
  createCampaign,
  onCreated,
}: NewCampaignDialogProps) {
  const t = useTranslations("newCode.campaign");
  const { run, isPending, problem } = useAction(createCampaign);
  const { control, handleSubmit, reset } = useForm<CreateCampaignInput>({
    resolver: zodResolver(CreateCampaignInput),
    defaultValues: { name: "" },
  });

  async function create({ name }: CreateCampaignInput) {
    const answer = await run({ name });
    if (!answer) return;
    onCreated({ id: answer.data.id, name: name.trim() });
    reset();
    onOpenChange(false);
  }

  return (
    <FormDialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("createTitle")}>
      <DialogForm
        onSubmit={(event) => void handleSubmit(create)(event)}
        onCancel={() => onOpenChange(false)}
        isPending={isPending}
        problem={problem}
        labels={{ cancel: t("cancel"), submit: t("createSubmit") }}
      >
        <TextInput control={control} name="name" label={t("name")} countTo={60} />
      </DialogForm>
    </FormDialog>
  );
}
