"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { CreateCampaignInput } from "@/lib/campaigns/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface CampaignFormProps {
  save: (input: CreateCampaignInput) => Promise<ActionResult<unknown>>;
  /** Its name as it is; none of a new one. */
  name?: string;
  submitText: string;
  onCancel: () => void;
  onDone: (name: string) => void;
}

const NAME_MAX_LENGTH = 60;

/** What a campaign is called. */
export function CampaignForm({ save, name = "", submitText, onCancel, onDone }: CampaignFormProps) {
  const t = useTranslations("campaigns");
  const tCommon = useTranslations("common");
  const { run, isPending, problem } = useAction(save);
  const { control, handleSubmit } = useForm<CreateCampaignInput>({
    resolver: zodResolver(CreateCampaignInput, undefined, { raw: true }),
    defaultValues: { name },
  });
  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(async (input) => {
        if (await run(input)) onDone(input.name.trim());
      })}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      <TextInput
        control={control}
        name="name"
        label={t("name")}
        help={t("nameHelp")}
        countTo={NAME_MAX_LENGTH}
      />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onCancel}>
          {tCommon("cancel")}
        </Button>
        <SubmitButton isPending={isPending}>{submitText}</SubmitButton>
      </div>
    </form>
  );
}
