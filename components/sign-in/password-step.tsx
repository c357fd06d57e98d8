"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { PASSWORD_MAX_LENGTH } from "@/lib/people/schema";

const FilledIn = z.object({
  email: z.string().trim().min(1, { error: "emailShape" }).max(254, { error: "emailShape" }),
  password: z
    .string()
    .min(1, { error: "passwordMissing" })
    .max(PASSWORD_MAX_LENGTH, { error: "passwordLong" }),
});
export type MailAndPassword = z.infer<typeof FilledIn>;

interface PasswordStepProps {
  isPending: boolean;
  /** The mail of a try that went back to here. */
  email: string;
  /** False when it was refused: the password has to be typed anew. */
  onSubmit: (input: MailAndPassword) => Promise<boolean>;
}

/** Mail and password. */
export function PasswordStep({ isPending, email, onSubmit }: PasswordStepProps) {
  const t = useTranslations("signIn");
  const { control, handleSubmit, resetField, setFocus } = useForm<MailAndPassword>({
    resolver: zodResolver(FilledIn),
    defaultValues: { email, password: "" },
  });

  async function submit(input: MailAndPassword) {
    if (await onSubmit(input)) return;
    resetField("password");
    setFocus("password");
  }

  return (
    <form method="post" noValidate onSubmit={handleSubmit(submit)} className="flex flex-col gap-4">
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
  );
}
