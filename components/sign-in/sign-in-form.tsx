"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CodeStep } from "@/components/sign-in/code-step";
import { OidcButton } from "@/components/sign-in/oidc-button";
import { PasswordStep } from "@/components/sign-in/password-step";
import type { MailAndPassword } from "@/components/sign-in/password-step";
import { SignInNotice } from "@/components/sign-in/sign-in-notice";
import { useSignIn } from "@/components/sign-in/use-sign-in";
import { TextLink } from "@/components/ui/text-link";
import { useErrorText } from "@/components/ui/use-error-text";

/** Answers that lead to the code, or back to it. */
const ASKS_FOR_CODE = ["secondFactorNeeded", "secondFactorWrong"];

interface SignInFormProps {
  next: string;
  hasChangedPassword: boolean;
  /** How the company calls its account; null: there is none to sign in with. */
  providerName: string | null;
  /** Without passwords administrators still have one, a step aside. */
  passwords: "shown" | "aside";
  /** Why the identity provider's answer did not let them in. */
  refusedReason: string | null;
}

/** Mail and password, then a code where the account has a second factor; or the company's account. */
export function SignInForm(props: SignInFormProps) {
  const { next, hasChangedPassword, providerName, passwords, refusedReason } = props;
  const t = useTranslations("signIn");
  const errorText = useErrorText();
  const { enter, isPending, refusal, clearRefusal } = useSignIn(next);
  const [given, setGiven] = useState<MailAndPassword>({ email: "", password: "" });
  const [step, setStep] = useState<"password" | "code">("password");
  const [earlier, setEarlier] = useState(refusedReason);

  async function submit(input: MailAndPassword, code = ""): Promise<boolean> {
    setEarlier(null);
    setGiven(input);
    const refused = await enter({ ...input, code });
    if (refused?.reason === "secondFactorNeeded") clearRefusal();
    const isAsked = ASKS_FOR_CODE.includes(refused?.reason ?? "");
    if (refused?.reason === "signInRefused") setStep("password");
    else if (isAsked) setStep("code");
    return refused === null || (isAsked && code === "");
  }

  function goBack() {
    clearRefusal();
    setStep("password");
  }

  const problem = refusal
    ? errorText(refusal.reason, refusal.values)
    : earlier && errorText(earlier);
  const isCode = step === "code";
  return (
    <div className="w-full max-w-sm">
      <h1 className="text-2xl font-semibold">{isCode ? t("code.title") : t("title")}</h1>
      <p className="mt-1 mb-6 text-muted">{isCode ? t("code.lead") : t("lead")}</p>
      <SignInNotice
        tone="success"
        text={hasChangedPassword && !problem && !isCode ? t("passwordChanged") : null}
      />
      <SignInNotice tone="danger" text={problem} />
      {isCode ? (
        <CodeStep
          email={given.email}
          isPending={isPending}
          onSubmit={(code) => submit(given, code)}
          onBack={goBack}
        />
      ) : (
        <div className="flex flex-col gap-4">
          {passwords === "shown" ? (
            <PasswordStep
              isPending={isPending}
              email={given.email}
              onSubmit={(input) => submit(input)}
            />
          ) : null}
          {passwords === "shown" && providerName ? (
            <p className="text-center text-xs text-muted">{t("or")}</p>
          ) : null}
          {providerName ? (
            <OidcButton
              name={providerName}
              next={next}
              isMain={passwords === "aside"}
              onFailure={() => setEarlier("unreachable")}
            />
          ) : null}
          {passwords === "aside" ? (
            <TextLink href={`/sign-in?with=password&next=${encodeURIComponent(next)}`}>
              {t("withPassword")}
            </TextLink>
          ) : null}
        </div>
      )}
      <p className="mt-6 text-xs text-muted">{isCode ? t("code.help") : t("help")}</p>
    </div>
  );
}
