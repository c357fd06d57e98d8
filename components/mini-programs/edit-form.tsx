"use client";

import { toast } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { ApiHostField } from "@/components/mini-programs/api-host-field";
import type { ApiHosts } from "@/components/mini-programs/api-host-field";
import { AppKindField } from "@/components/mini-programs/app-kind-field";
import { DefaultsFields } from "@/components/mini-programs/defaults-fields";
import { RepeatSwitch } from "@/components/mini-programs/repeat-switch";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { NAME_MAX_LENGTH, UpdateMiniProgramInput } from "@/lib/mini-programs/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface EditFormProps {
  miniProgram: MiniProgramRow;
  /** Null where there is nothing to choose: the sandbox has one address. */
  apiHosts: ApiHosts | null;
  update: (input: UpdateMiniProgramInput) => Promise<ActionResult<void>>;
}

export function EditForm({ miniProgram, apiHosts, update }: EditFormProps) {
  const t = useTranslations("miniPrograms");
  const tCommon = useTranslations("common");
  const router = useRouter();
  const { run, isPending, problem } = useAction(update);
  const { id, name, appKind, defaultPage, defaultWidth, defaultLineColor } = miniProgram;
  const { apiHost, repeatUnknownLimited } = miniProgram;
  const { control, handleSubmit, setFocus } = useForm<UpdateMiniProgramInput>({
    resolver: zodResolver(UpdateMiniProgramInput, undefined, { raw: true }),
    defaultValues: {
      id,
      name,
      appKind,
      defaultPage,
      defaultWidth,
      defaultLineColor,
      apiHost,
      repeatUnknownLimited,
    },
  });

  async function submit(input: UpdateMiniProgramInput) {
    if (!(await run(input))) return;
    toast.success(t("edit.saved"));
    router.refresh();
  }

  return (
    <SectionCard title={t("edit.title")} description={t("edit.text")}>
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit(submit)}
        className="flex flex-col gap-4"
      >
        <ProblemBanner problem={problem} />
        <ErrorSummary
          control={control}
          setFocus={setFocus}
          labels={{
            name: t("fields.name"),
            defaultPage: t("fields.page"),
            defaultWidth: t("fields.width"),
            defaultLineColor: t("fields.color"),
          }}
        />
        <TextInput
          control={control}
          name="name"
          label={t("fields.name")}
          help={t("help.name")}
          countTo={NAME_MAX_LENGTH}
        />
        <AppKindField control={control} />
        <DefaultsFields control={control} />
        {apiHosts ? <ApiHostField control={control} {...apiHosts} /> : null}
        <RepeatSwitch control={control} />
        <div>
          <SubmitButton isPending={isPending}>{tCommon("save")}</SubmitButton>
        </div>
      </form>
    </SectionCard>
  );
}
