"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { PasswordInput } from "@/components/account/password/password-input";
import { StrengthMeter } from "@/components/account/password/strength-meter";
import type { RatingProps } from "@/components/account/password/use-password-rating";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { ResetPasswordInput } from "@/lib/people/account-link-schema";
import { Password } from "@/lib/people/schema";
import type { ActionResult } from "@/lib/web/define-action";

const FilledIn = z.object({ password: Password });
type FilledIn = z.input<typeof FilledIn>;

export interface ResetFormProps {
  token: string;
  email: string;
  reset: (input: ResetPasswordInput) => Promise<ActionResult<{ email: string }>>;
  rate: RatingProps["rate"];
}

/** Sets a new password; its owner then signs in with it, and with their second factor if they have one. */
export function ResetForm({ token, email, reset, rate }: ResetFormProps) {
  const t = useTranslations("people.reset");
  const { run, isPending, problem } = useAction(reset);
  const { control, handleSubmit } = useForm<FilledIn>({
    resolver: zodResolver(FilledIn),
    defaultValues: { password: "" },
  });
  const password = useWatch({ control, name: "password" });

  async function submit({ password }: FilledIn) {
    // A full load: whoever was signed in here may not be any more.
    if (await run({ token, password })) window.location.assign("/sign-in?changed=password");
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(submit)(event)}
      className="flex flex-col gap-4"
    >
      <ProblemBanner problem={problem} />
      {/* Password managers keep the password under this name. */}
      <input
        type="email"
        autoComplete="username"
        readOnly
        value={email}
        tabIndex={-1}
        aria-hidden
        className="sr-only"
      />
      <PasswordInput
        control={control}
        name="password"
        label={t("password")}
        autoComplete="new-password"
      />
      <StrengthMeter password={password} rate={rate} token={token} />
      <SubmitButton fullWidth isPending={isPending}>
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
