"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useController, useForm } from "react-hook-form";
import type { Control } from "react-hook-form";
import { TimeZoneSelect } from "@/components/account/profile/time-zone-select";
import { RoleChip } from "@/components/people/role-chip";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { FactList } from "@/components/ui/fact-list";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { LOCALES } from "@/lib/i18n/locales";
import { THEMES, UpdateProfileInput } from "@/lib/people/profile-schema";
import type { Account } from "@/lib/people/profile-schema";
import type { ActionResult } from "@/lib/web/define-action";

const OWN_NAMES = { "zh-CN": "简体中文", en: "English" } as const;
const BROWSER = "browser";

interface ProfileFormProps {
  account: Account;
  update: (input: UpdateProfileInput) => Promise<ActionResult<void>>;
}

/** How a person is called here, and how the desk speaks to and looks for them, wherever they sign in. */
export function ProfileForm({ account, update }: ProfileFormProps) {
  const t = useTranslations("account.profile");
  const tCommon = useTranslations("common");
  const { setTheme } = useTheme();
  const { run, isPending, problem } = useRefreshingAction(update);
  const { name, locale, timeZone, theme } = account;
  const { control, handleSubmit } = useForm<UpdateProfileInput>({
    resolver: zodResolver(UpdateProfileInput),
    defaultValues: { name, locale, timeZone, theme },
  });

  async function submit(input: UpdateProfileInput) {
    if (!(await run(input, t("saved")))) return;
    if (input.theme) setTheme(input.theme);
  }

  return (
    <SectionCard title={t("title")} description={t("text")}>
      <FactList
        facts={[
          { term: t("email"), value: account.email },
          { term: t("role"), value: <RoleChip role={account.role} /> },
        ]}
      />
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit(submit)}
        className="mt-3 flex max-w-md flex-col gap-4"
      >
        <ProblemBanner problem={problem} />
        <TextInput control={control} name="name" label={t("name")} autoComplete="name" />
        <LookFields control={control} />
        <div>
          <SubmitButton isPending={isPending}>{tCommon("save")}</SubmitButton>
        </div>
      </form>
    </SectionCard>
  );
}

interface LookFieldsProps {
  control: Control<UpdateProfileInput, unknown, UpdateProfileInput>;
}

function LookFields({ control }: LookFieldsProps) {
  const t = useTranslations("account.profile");
  const tTheme = useTranslations("frame.theme");
  const { field: locale } = useController({ control, name: "locale" });
  const { field: theme } = useController({ control, name: "theme" });
  const { field: timeZone, fieldState } = useController({ control, name: "timeZone" });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceSelect
          label={t("language")}
          value={locale.value ?? BROWSER}
          options={[
            { id: BROWSER, label: t("likeBrowser") },
            ...LOCALES.map((id) => ({ id, label: OWN_NAMES[id] })),
          ]}
          onChange={(key) => locale.onChange(LOCALES.find((known) => known === key) ?? null)}
        />
        <ChoiceSelect
          label={t("theme")}
          value={theme.value ?? BROWSER}
          options={[
            { id: BROWSER, label: t("perBrowser") },
            ...THEMES.map((id) => ({ id, label: tTheme(id) })),
          ]}
          onChange={(key) => theme.onChange(THEMES.find((known) => known === key) ?? null)}
        />
      </div>
      <TimeZoneSelect
        value={timeZone.value}
        onChange={timeZone.onChange}
        error={fieldState.error?.message}
      />
    </>
  );
}
