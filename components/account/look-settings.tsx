"use client";

import { useIsHydrated } from "@heroui/react";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { startTransition } from "react";
import type { ChooseLocale } from "@/components/layout/desk-props";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { SectionCard } from "@/components/ui/section-card";
import { LOCALES } from "@/lib/i18n/locales";

const OWN_NAMES = { "zh-CN": "简体中文", en: "English" } as const;
const THEMES = ["system", "light", "dark"] as const;

/** Language and appearance, the same choices as in the top bar. */
export function LookSettings({ chooseLocale }: { chooseLocale: ChooseLocale }) {
  const t = useTranslations("account.look");
  const tTheme = useTranslations("frame.theme");
  const locale = useLocale();
  const { theme = "system", setTheme } = useTheme();
  const isHydrated = useIsHydrated();
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="grid max-w-md gap-4 sm:grid-cols-2">
        <ChoiceSelect
          label={t("language")}
          value={locale}
          options={LOCALES.map((id) => ({ id, label: OWN_NAMES[id] }))}
          onChange={(key) => {
            const chosen = LOCALES.find((known) => known === key);
            if (chosen) startTransition(() => chooseLocale(chosen));
          }}
        />
        <ChoiceSelect
          label={t("theme")}
          value={isHydrated ? theme : "system"}
          options={THEMES.map((id) => ({ id, label: tTheme(id) }))}
          onChange={setTheme}
        />
      </div>
    </SectionCard>
  );
}
