"use client";

import { Alert } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useErrorText } from "@/components/ui/use-error-text";
import { SignInInput } from "@/lib/people/schema";

const FilledIn = SignInInput.extend({
  email: z.string().trim().min(1, { error: "emailShape" }).max(254, { error: "emailShape" }),
  password: z.string().min(1, { error: "passwordMissing" }).max(256, { error: "passwordLong" }),
});

const Refusal = z.object({
  reason: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** next-auth hands our reason through as JSON; anything else is its own failure. */
function refusalOf(error: string): z.infer<typeof Refusal> {
  try {
    const refusal = Refusal.parse(JSON.parse(error));
    return refusal.reason === "unexpected" ? { reason: "signInFailed", values: {} } : refusal;
  } catch {
    return { reason: "signInFailed", values: {} };
  }
}

interface SignInFormProps {
  next: string;
  hasChangedPassword: boolean;
}

export function SignInForm({ next, hasChangedPassword }: SignInFormProps) {
  const t = useTranslations("signIn");
  const errorText = useErrorText();
  const [refusal, setRefusal] = useState<z.infer<typeof Refusal> | null>(null);
  const [isPending, setPending] = useState(false);
  const running = useRef(false);
  const { control, handleSubmit, resetField, setFocus } = useForm<SignInInput>({
    resolver: zodResolver(FilledIn),
    defaultValues: { email: "", password: "" },
  });

  async function submit(input: SignInInput) {
    if (running.current) return;
    running.current = true;
    setPending(true);
    setRefusal(null);
    try {
      const answer = await signIn("credentials", { ...input, redirect: false });
      if (answer?.ok && !answer.error) {
        // A full load, so that nothing of an earlier person's screens is left in memory.
        window.location.assign(next);
        return;
      }
      setRefusal(refusalOf(answer?.error ?? ""));
      resetField("password");
      setFocus("password");
    } catch {
      setRefusal({ reason: "unreachable", values: {} });
    }
    running.current = false;
    setPending(false);
  }

  return (
    <div className="w-full max-w-sm">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="text-muted mt-1 mb-6">{t("lead")}</p>
      <form noValidate onSubmit={handleSubmit(submit)} className="flex flex-col gap-4">
        {hasChangedPassword && !refusal ? (
          <Alert status="success" role="status">
            <Alert.Indicator />
            <Alert.Content>
              <Alert.Description>{t("passwordChanged")}</Alert.Description>
            </Alert.Content>
          </Alert>
        ) : null}
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
      <p className="text-muted mt-6 text-xs">{t("help")}</p>
    </div>
  );
}
