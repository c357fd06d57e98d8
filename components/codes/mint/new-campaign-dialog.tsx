"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
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
      <form
        method="post"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          // React hands events of a dialog on to the form it was opened from.
          event.stopPropagation();
          void handleSubmit(create)(event);
        }}
      >
        <ProblemBanner problem={problem} />
        <TextInput control={control} name="name" label={t("name")} countTo={60} />
        <div className="flex justify-end gap-2">
          <Button variant="outline" onPress={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <SubmitButton isPending={isPending}>{t("createSubmit")}</SubmitButton>
        </div>
      </form>
    </FormDialog>
  );
}
