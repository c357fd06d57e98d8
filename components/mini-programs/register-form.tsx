"use client";

import { toast } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { AppKindField } from "@/components/mini-programs/app-kind-field";
import { DefaultsFields } from "@/components/mini-programs/defaults-fields";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { useAction } from "@/components/ui/use-action";
import { NAME_MAX_LENGTH, RegisterMiniProgramInput } from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface RegisterFormProps {
  register: (input: RegisterMiniProgramInput) => Promise<ActionResult<{ id: string }>>;
}

export function RegisterForm({ register }: RegisterFormProps) {
  const t = useTranslations("miniPrograms");
  const tCommon = useTranslations("common");
  const router = useRouter();
  const { run, isPending, problem } = useAction(register);
  const { control, handleSubmit, setFocus } = useForm<RegisterMiniProgramInput>({
    resolver: zodResolver(RegisterMiniProgramInput, undefined, { raw: true }),
    defaultValues: {
      appKind: "mini_program",
      name: "",
      wechatAppId: "",
      appSecret: "",
      defaultPage: "",
      defaultWidth: 430,
      defaultLineColor: "#000000",
    },
  });

  async function submit(input: RegisterMiniProgramInput) {
    const done = await run(input);
    if (!done) return;
    toast.success(t("registered"));
    router.push(`/mini-programs/${done.data.id}`);
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
          wechatAppId: t("fields.appId"),
          appSecret: t("fields.appSecret"),
          defaultPage: t("fields.page"),
          defaultWidth: t("fields.width"),
          defaultLineColor: t("fields.color"),
        }}
      />
      <SectionCard title={t("new.identity")} description={t("new.identityText")}>
        <div className="flex flex-col gap-4">
          <AppKindField control={control} />
          <TextInput
            control={control}
            name="name"
            label={t("fields.name")}
            help={t("help.name")}
            countTo={NAME_MAX_LENGTH}
          />
          <TextInput
            control={control}
            name="wechatAppId"
            label={t("fields.appId")}
            note={t("help.appIdNote")}
            help={t("help.appId")}
            placeholder="wx0123456789abcdef"
            isCode
          />
          <TextInput
            control={control}
            name="appSecret"
            type="password"
            label={t("fields.appSecret")}
            help={t("help.appSecret")}
            autoComplete="new-password"
            isCode
          />
          <p className="text-sm text-muted">
            {t("new.viaPlatform")}{" "}
            <TextLink href="/mini-programs/platforms">{t("new.viaPlatformLink")}</TextLink>
          </p>
        </div>
      </SectionCard>
      <SectionCard title={t("new.defaults")} description={t("new.defaultsText")}>
        <div className="flex flex-col gap-4">
          <DefaultsFields control={control} />
        </div>
      </SectionCard>
      <div className="flex gap-2">
        <SubmitButton isPending={isPending}>{t("new.submit")}</SubmitButton>
        <ButtonLink href="/mini-programs" variant="ghost">
          {tCommon("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
