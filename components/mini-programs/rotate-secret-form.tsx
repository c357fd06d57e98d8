"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { RotateSecretInput } from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface RotateSecretFormProps {
  miniProgramId: string;
  rotate: (input: RotateSecretInput) => Promise<ActionResult<void>>;
  onCancel: () => void;
  onDone: () => void;
}

export function RotateSecretForm({
  miniProgramId,
  rotate,
  onCancel,
  onDone,
}: RotateSecretFormProps) {
  const t = useTranslations("miniPrograms");
  const tCommon = useTranslations("common");
  const { run, isPending, problem } = useAction(rotate);
  const { control, handleSubmit } = useForm<RotateSecretInput>({
    resolver: zodResolver(RotateSecretInput, undefined, { raw: true }),
    defaultValues: { id: miniProgramId, appSecret: "" },
  });
  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(async (input) => {
        if (await run(input)) onDone();
      })}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      <TextInput
        control={control}
        name="appSecret"
        type="password"
        label={t("fields.newSecret")}
        help={t("help.appSecret")}
        autoComplete="new-password"
        isCode
      />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onCancel}>
          {tCommon("cancel")}
        </Button>
        <SubmitButton isPending={isPending}>{t("rotate.submit")}</SubmitButton>
      </div>
    </form>
  );
}
