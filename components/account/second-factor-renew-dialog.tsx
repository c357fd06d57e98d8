"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { SecondFactorCodes } from "@/components/account/second-factor-codes";
import type { SecondFactorVerbs } from "@/components/account/second-factor-verbs";
import { CodeInput } from "@/components/ui/code-input";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { useAction } from "@/components/ui/use-action";
import { SecondFactorCodeInput } from "@/lib/people/second-factor-schema";

interface SecondFactorRenewDialogProps {
  renew: SecondFactorVerbs["renew"];
  onRenewed: () => void;
}

/** Ten new recovery codes in place of the old ones, for a code. */
export function SecondFactorRenewDialog({ renew, onRenewed }: SecondFactorRenewDialogProps) {
  const t = useTranslations("account.secondFactor.renew");
  const tCommon = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { run, isPending, problem, clearProblem } = useAction(renew);
  const { control, handleSubmit, reset } = useForm<SecondFactorCodeInput>({
    resolver: zodResolver(SecondFactorCodeInput),
    defaultValues: { code: "" },
  });

  function setShown(isShown: boolean) {
    setOpen(isShown);
    reset();
    clearProblem();
    if (isShown || codes === null) return;
    setCodes(null);
    onRenewed();
  }

  async function submit(input: SecondFactorCodeInput) {
    const answer = await run(input);
    if (answer) setCodes(answer.data.recoveryCodes);
  }

  return (
    <>
      <Button variant="outline" onPress={() => setShown(true)}>
        {t("open")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setShown} title={t("open")}>
        {codes ? (
          <SecondFactorCodes codes={codes} onSaved={() => setShown(false)} />
        ) : (
          <DialogForm
            onSubmit={handleSubmit(submit)}
            onCancel={() => setShown(false)}
            isPending={isPending}
            problem={problem}
            labels={{ cancel: tCommon("cancel"), submit: t("submit") }}
          >
            <p className="text-sm text-muted">{t("text")}</p>
            <CodeInput control={control} name="code" label={t("code")} kind="either" />
          </DialogForm>
        )}
      </FormDialog>
    </>
  );
}
