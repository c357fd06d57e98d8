"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { SecondFactorVerbs } from "@/components/account/second-factor-verbs";
import { CodeInput } from "@/components/ui/code-input";
import { Copyable } from "@/components/ui/copyable";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import { SecondFactorCodeInput } from "@/lib/people/second-factor-schema";
import type { NewSecondFactor } from "@/lib/people/second-factor-schema";

interface SecondFactorScanProps {
  begun: NewSecondFactor;
  confirm: SecondFactorVerbs["confirm"];
  onConfirmed: (recoveryCodes: string[]) => void;
}

/** The picture for the app, the same for typing, and the first code, which turns it on. */
export function SecondFactorScan({ begun, confirm, onConfirmed }: SecondFactorScanProps) {
  const t = useTranslations("account.secondFactor");
  const { run, isPending, problem } = useAction(confirm);
  const { control, handleSubmit, resetField, setFocus } = useForm<SecondFactorCodeInput>({
    resolver: zodResolver(SecondFactorCodeInput),
    defaultValues: { code: "" },
  });

  async function submit(input: SecondFactorCodeInput) {
    const answer = await run(input);
    if (answer) return onConfirmed(answer.data.recoveryCodes);
    resetField("code");
    setFocus("code");
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(submit)}
      className="flex max-w-md flex-col gap-4"
    >
      <ProblemBanner problem={problem} />
      <ol className="flex list-decimal flex-col gap-4 ps-5 marker:text-muted">
        <li>
          <p>{t("scan")}</p>
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qrSvg)}`}
            alt={t("qrAlt")}
            className="mt-3 size-52 rounded-xl border border-border bg-white"
          />
          <p className="mt-3 text-sm text-muted">{t("type")}</p>
          <Copyable text={begun.secretText} label={t("secret")} />
        </li>
        <li>
          <CodeInput
            control={control}
            name="code"
            kind="digits"
            label={t("firstCode")}
            help={t("codeHelp")}
          />
        </li>
      </ol>
      <div>
        <SubmitButton isPending={isPending}>{t("turnOn")}</SubmitButton>
      </div>
    </form>
  );
}
