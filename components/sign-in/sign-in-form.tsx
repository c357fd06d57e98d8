"use client";

import { Alert } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useSignIn } from "@/components/sign-in/use-sign-in";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useErrorText } from "@/components/ui/use-error-text";
import { PASSWORD_MAX_LENGTH } from "@/lib/people/schema";
import type { SignInInput } from "@/lib/people/schema";

const FilledIn = z.object({
  email: z.string().trim().min(1, { error: "emailShape" }).max(254, { error: "emailShape" }),
  password: z
    .string()
    .min(1, { error: "passwordMissing" })
    .max(PASSWORD_MAX_LENGTH, { error: "passwordLong" }),
});

interface SignInFormProps {
  next: string;
  hasChangedPassword: boolean;
}

export function SignInForm({ next, hasChangedPassword }: SignInFormProps) {
  const t = useTranslations("signIn");
  const errorText = useErrorText();
  const { enter, isPending, refusal } = useSignIn(next);
  const { control, handleSubmit, resetField, setFocus } = useForm<SignInInput>({
    resolver: zodResolver(FilledIn),
    defaultValues: { email: "", password: "" },
  });

  async function submit(input: SignInInput) {
    if (await enter(input)) return;
    resetField("password");
    setFocus("password");
  }

  return (
    <div className="w-full max-w-sm">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("lead")}</p>
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit(submit)}
        className="flex flex-col gap-4"
      >
        <output className="block empty:hidden">
          {hasChangedPassword && !refusal ? (
            <Alert status="success">
              <Alert.Indicator />
              <Alert.Content>
                <Alert.Description>{t("passwordChanged")}</Alert.Description>
              </Alert.Content>
            </Alert>
          ) : null}
        </output>
        <div role="alert" className="empty:hidden">
          {refusal ? (
            <Alert status="danger">
              <Alert.Indicator />
              <Alert.Content>
                <Alert.Description>{errorText(refusal.reason, refusal.values)}</Alert.Description>
              </Alert.Content>
            </Alert>
          ) : null}
        </div>
        <TextInput
          control={control}
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username"
          placeholder="name@company.com"
        />
        <TextInput
          control={control}
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
        />
        <div className="mt-1">
          <SubmitButton isPending={isPending} fullWidth>
            {t("submit")}
          </SubmitButton>
        </div>
      </form>
      <p className="mt-6 text-xs text-muted">{t("help")}</p>
    </div>
  );
}
