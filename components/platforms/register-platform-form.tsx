"use client";

import { toast } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import {
  ENCODING_KEY_LENGTH,
  PLATFORM_NAME_MAX_LENGTH,
  RegisterPlatformInput,
} from "@/lib/platforms/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface RegisterPlatformFormProps {
  register: (input: RegisterPlatformInput) => Promise<ActionResult<{ id: string }>>;
}

/** The five values of a platform, and where to find them. */
export function RegisterPlatformForm({ register }: RegisterPlatformFormProps) {
  const t = useTranslations("platforms");
  const tCommon = useTranslations("common");
  const router = useRouter();
  const { run, isPending, problem } = useAction(register);
  const { control, handleSubmit, setFocus } = useForm<RegisterPlatformInput>({
    resolver: zodResolver(RegisterPlatformInput, undefined, { raw: true }),
    defaultValues: {
      name: "",
      componentAppId: "",
      componentSecret: "",
      pushToken: "",
      encodingKey: "",
    },
  });

  async function submit(input: RegisterPlatformInput) {
    const done = await run(input);
    if (!done) return;
    toast.success(t("registered"));
    router.push(`/mini-programs/platforms/${done.data.id}`);
    router.refresh();
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(submit)}
      className="flex max-w-2xl flex-col gap-4"
    >
      <ProblemBanner problem={problem} />
      <ErrorSummary
        control={control}
        setFocus={setFocus}
        labels={{
          name: t("fields.name"),
          componentAppId: t("fields.componentAppId"),
          componentSecret: t("fields.componentSecret"),
          pushToken: t("fields.pushToken"),
          encodingKey: t("fields.encodingKey"),
        }}
      />
      <SectionCard title={t("new.identity")} description={t("new.identityText")}>
        <div className="flex flex-col gap-4">
          <TextInput
            control={control}
            name="name"
            label={t("fields.name")}
            help={t("help.name")}
            countTo={PLATFORM_NAME_MAX_LENGTH}
          />
          <TextInput
            control={control}
            name="componentAppId"
            label={t("fields.componentAppId")}
            note={t("help.appIdNote")}
            help={t("help.componentAppId")}
            placeholder="wx0123456789abcdef"
            isCode
          />
          <TextInput
            control={control}
            name="componentSecret"
            type="password"
            label={t("fields.componentSecret")}
            help={t("help.componentSecret")}
            autoComplete="new-password"
            isCode
          />
          <TextInput
            control={control}
            name="pushToken"
            type="password"
            label={t("fields.pushToken")}
            help={t("help.pushToken")}
            autoComplete="new-password"
            isCode
          />
          <TextInput
            control={control}
            name="encodingKey"
            type="password"
            label={t("fields.encodingKey")}
            help={t("help.encodingKey")}
            autoComplete="new-password"
            countTo={ENCODING_KEY_LENGTH}
            isCode
          />
        </div>
      </SectionCard>
      <div className="flex gap-2">
        <SubmitButton isPending={isPending}>{t("new.submit")}</SubmitButton>
        <ButtonLink href="/mini-programs/platforms" variant="ghost">
          {tCommon("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
