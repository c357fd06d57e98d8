"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { PasswordInput } from "@/components/account/password/password-input";
import { StrengthMeter } from "@/components/account/password/strength-meter";
import type { RatingProps } from "@/components/account/password/use-password-rating";
import { JoinRefusal } from "@/components/people/join/join-refusal";
import { useSignIn } from "@/components/sign-in/use-sign-in";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import type { AcceptInviteInput, OpenAccountLink } from "@/lib/people/account-link-schema";
import { Password, PersonName } from "@/lib/people/schema";
import type { ActionResult } from "@/lib/web/define-action";

const FilledIn = z.object({ name: PersonName, password: Password });
type FilledIn = z.input<typeof FilledIn>;

export interface JoinFormProps {
  token: string;
  invite: Pick<OpenAccountLink, "email" | "name">;
  accept: (input: AcceptInviteInput) => Promise<ActionResult<{ email: string }>>;
  rate: RatingProps["rate"];
}

/** A name and a password make the account; then its owner is signed in with them. */
export function JoinForm({ token, invite, accept, rate }: JoinFormProps) {
  const t = useTranslations("people.join");
  const { run, isPending, problem } = useAction(accept);
  const entering = useSignIn("/");
  const { control, handleSubmit, setFocus } = useForm<FilledIn>({
    resolver: zodResolver(FilledIn),
    defaultValues: { name: invite.name, password: "" },
  });
  const password = useWatch({ control, name: "password" });

  async function submit({ name, password }: FilledIn) {
    const made = await run({ token, name, password });
    if (made) await entering.enter({ email: made.data.email, password });
  }

  if (entering.refusal) return <JoinRefusal refusal={entering.refusal} />;
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(submit)(event)}
      className="flex flex-col gap-4"
    >
      <ProblemBanner problem={problem} />
      <ErrorSummary
        control={control}
        setFocus={setFocus}
        labels={{ name: t("name"), password: t("password") }}
      />
      {/* Password managers keep the password under this name. */}
      <input
        type="email"
        autoComplete="username"
        readOnly
        value={invite.email}
        tabIndex={-1}
        aria-hidden
        className="sr-only"
      />
      <TextInput control={control} name="name" label={t("name")} autoComplete="name" />
      <PasswordInput
        control={control}
        name="password"
        label={t("password")}
        autoComplete="new-password"
      />
      <StrengthMeter password={password} rate={rate} token={token} />
      <SubmitButton fullWidth isPending={isPending || entering.isPending}>
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
