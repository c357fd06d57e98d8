"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { DialogForm } from "@/components/ui/dialog-form";
import { TextInput } from "@/components/ui/text-input";
import { EventField } from "@/components/webhooks/form/event-field";
import { MiniProgramField } from "@/components/webhooks/form/mini-program-field";
import type { Named } from "@/components/webhooks/form/mini-program-field";
import type { PublicError } from "@/lib/web/public-error";
import { CreateWebhookInput, WEBHOOK_NAME_MAX_LENGTH } from "@/lib/webhooks/schema";

interface WebhookFormProps {
  start: CreateWebhookInput;
  miniPrograms: readonly Named[];
  submitLabel: string;
  isPending: boolean;
  problem: PublicError | null;
  onSubmit: (input: CreateWebhookInput) => void;
  onCancel: () => void;
}

/** Where messages go and which; what was typed stays when the desk refuses it. */
export function WebhookForm(props: WebhookFormProps) {
  const { start, miniPrograms, submitLabel, isPending, problem, onSubmit, onCancel } = props;
  const t = useTranslations("webhooks.form");
  const common = useTranslations("common");
  const { control, handleSubmit } = useForm<CreateWebhookInput, unknown, CreateWebhookInput>({
    resolver: zodResolver(CreateWebhookInput, undefined, { raw: true }),
    defaultValues: start,
  });
  return (
    <DialogForm
      onSubmit={(event) => void handleSubmit(onSubmit)(event)}
      onCancel={onCancel}
      isPending={isPending}
      problem={problem}
      labels={{ cancel: common("cancel"), submit: submitLabel }}
    >
      <TextInput
        control={control}
        name="name"
        label={t("name")}
        placeholder={t("nameExample")}
        help={t("nameHelp")}
        countTo={WEBHOOK_NAME_MAX_LENGTH}
      />
      <TextInput
        control={control}
        name="url"
        label={t("url")}
        placeholder="https://crm.example.com/mintdesk"
        help={t("urlHelp")}
        isCode
      />
      <EventField control={control} />
      <MiniProgramField control={control} miniPrograms={miniPrograms} />
    </DialogForm>
  );
}
