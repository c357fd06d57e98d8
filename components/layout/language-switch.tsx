"use client";

import { Button, Dropdown, Label } from "@heroui/react";
import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import type { ChooseLocale } from "@/components/layout/desk-props";
import { LOCALES } from "@/lib/i18n/locales";

const OWN_NAMES = { "zh-CN": "简体中文", en: "English" } as const;

/** Each language under its own name, so that nobody is locked out by the wrong one. */
export function LanguageSwitch({ chooseLocale }: { chooseLocale: ChooseLocale }) {
  const t = useTranslations("frame");
  const locale = useLocale();
  const [isPending, startTransition] = useTransition();
  return (
    <Dropdown>
      <Button isIconOnly variant="ghost" isPending={isPending} aria-label={t("language")}>
        <Languages />
      </Button>
      <Dropdown.Popover placement="bottom end" className="min-w-40">
        <Dropdown.Menu
          aria-label={t("language")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[locale]}
          onAction={(key) => {
            const chosen = LOCALES.find((known) => known === key);
            if (chosen) startTransition(() => chooseLocale(chosen));
          }}
        >
          {LOCALES.map((known) => (
            <Dropdown.Item key={known} id={known} textValue={OWN_NAMES[known]}>
              <Dropdown.ItemIndicator />
              <Label lang={known}>{OWN_NAMES[known]}</Label>
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
