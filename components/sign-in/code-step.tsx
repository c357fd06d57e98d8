"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { CodeInput } from "@/components/ui/code-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { SecondFactorCodeInput } from "@/lib/people/second-factor-schema";

interface CodeStepProps {
  email: string;
  isPending: boolean;
  /** False when it was refused: the code has to be typed anew. */
  onSubmit: (code: string) => Promise<boolean>;
  onBack: () => void;
}

/** The second factor of somebody whose password was right. */
export function CodeStep({ email, isPending, onSubmit, onBack }: CodeStepProps) {
  const t = useTranslations("signIn.code");
  const [isDigits, setDigits] = useState(true);
  const { control, handleSubmit, resetField, setFocus } = useForm<SecondFactorCodeInput>({
    resolver: zodResolver(SecondFactorCodeInput),
    defaultValues: { code: "" },
  });
  useEffect(() => setFocus("code"), [setFocus]);

  async function submit({ code }: SecondFactorCodeInput) {
    if (await onSubmit(code)) return;
    resetField("code");
    setFocus("code");
  }

  function change() {
    resetField("code");
    setDigits(!isDigits);
    setFocus("code");
  }

  return (
    <form method="post" noValidate onSubmit={handleSubmit(submit)} className="flex flex-col gap-4">
      <p className="text-sm text-muted">
        {t("for")} <span className="font-medium break-all text-foreground">{email}</span>
      </p>
      <CodeInput
        control={control}
        name="code"
        label={isDigits ? t("digits") : t("recovery")}
        help={isDigits ? t("digitsHelp") : t("recoveryHelp")}
        kind={isDigits ? "digits" : "recovery"}
      />
      <div className="mt-1 flex flex-col gap-2">
        <SubmitButton isPending={isPending} fullWidth>
          {t("submit")}
        </SubmitButton>
        <Button variant="ghost" fullWidth onPress={change}>
          {isDigits ? t("useRecovery") : t("useDigits")}
        </Button>
        <Button variant="ghost" fullWidth onPress={onBack}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}
