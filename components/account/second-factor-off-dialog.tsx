"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { SecondFactorVerbs } from "@/components/account/second-factor-verbs";
import { CodeInput } from "@/components/ui/code-input";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { EndSecondFactorInput } from "@/lib/people/second-factor-schema";

interface SecondFactorOffDialogProps {
  end: SecondFactorVerbs["end"];
  onEnded: () => void;
}

/** Turning it off takes both, password and code. */
export function SecondFactorOffDialog({ end, onEnded }: SecondFactorOffDialogProps) {
  const t = useTranslations("account.secondFactor.off");
  const tCommon = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, problem, clearProblem } = useAction(end);
  const { control, handleSubmit, reset } = useForm<EndSecondFactorInput>({
    resolver: zodResolver(EndSecondFactorInput),
    defaultValues: { password: "", code: "" },
  });

  function setShown(isShown: boolean) {
    setOpen(isShown);
    reset();
    clearProblem();
  }

  async function submit(input: EndSecondFactorInput) {
    if (!(await run(input))) return;
    setShown(false);
    onEnded();
  }

  return (
    <>
      <Button variant="outline" onPress={() => setShown(true)}>
        {t("open")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setShown} title={t("title")}>
        <DialogForm
          onSubmit={handleSubmit(submit)}
          onCancel={() => setShown(false)}
          isPending={isPending}
          problem={problem}
          labels={{ cancel: tCommon("cancel"), submit: t("submit") }}
        >
          <p className="text-sm text-muted">{t("text")}</p>
          <TextInput
            control={control}
            name="password"
            type="password"
            label={t("password")}
            autoComplete="current-password"
          />
          <CodeInput control={control} name="code" label={t("code")} kind="either" />
        </DialogForm>
      </FormDialog>
    </>
  );
}
