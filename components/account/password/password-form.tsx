"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { PasswordInput } from "@/components/account/password/password-input";
import { StrengthMeter } from "@/components/account/password/strength-meter";
import type { RatingProps } from "@/components/account/password/use-password-rating";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import { Password, PASSWORD_MAX_LENGTH } from "@/lib/people/schema";
import type { ChangePasswordInput } from "@/lib/people/schema";
import type { ActionResult } from "@/lib/web/define-action";

const FilledIn = z
  .object({
    currentPassword: z
      .string()
      .min(1, { error: "passwordMissing" })
      .max(PASSWORD_MAX_LENGTH, { error: "passwordLong" }),
    newPassword: Password,
    again: z.string(),
  })
  .refine(({ newPassword, again }) => newPassword === again, {
    error: "passwordsDiffer",
    path: ["again"],
  });
type FilledIn = z.infer<typeof FilledIn>;

interface PasswordFormProps {
  change: (input: ChangePasswordInput) => Promise<ActionResult<void>>;
  rate: RatingProps["rate"];
}

/** Ends every session, this one too, so it closes with the way back in. */
export function PasswordForm({ change, rate }: PasswordFormProps) {
  const t = useTranslations("account.password");
  const { run, isPending, problem } = useAction(change);
  const { control, handleSubmit, setFocus } = useForm<FilledIn>({
    resolver: zodResolver(FilledIn),
    defaultValues: { currentPassword: "", newPassword: "", again: "" },
  });
  const newPassword = useWatch({ control, name: "newPassword" });

  async function submit({ currentPassword, newPassword }: FilledIn) {
    if (!(await run({ currentPassword, newPassword }))) return;
    await signOut({ callbackUrl: "/sign-in?changed=password" });
  }

  return (
    <SectionCard title={t("title")} description={t("text")}>
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit(submit)}
        className="flex max-w-md flex-col gap-4"
      >
        <ProblemBanner problem={problem} />
        <ErrorSummary
          control={control}
          setFocus={setFocus}
          labels={{ currentPassword: t("current"), newPassword: t("next"), again: t("again") }}
        />
        <PasswordInput
          control={control}
          name="currentPassword"
          label={t("current")}
          autoComplete="current-password"
        />
        <PasswordInput
          control={control}
          name="newPassword"
          label={t("next")}
          autoComplete="new-password"
        />
        <StrengthMeter password={newPassword} rate={rate} token={null} />
        <PasswordInput
          control={control}
          name="again"
          label={t("again")}
          autoComplete="new-password"
        />
        <div>
          <SubmitButton isPending={isPending}>{t("submit")}</SubmitButton>
        </div>
      </form>
    </SectionCard>
  );
}
