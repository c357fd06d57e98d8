"use client";

import { Button, Tooltip } from "@heroui/react";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AccountMenu } from "@/components/layout/account-menu";
import type { DeskProps } from "@/components/layout/desk-props";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { PhoneMenu } from "@/components/layout/phone-menu";
import { ProductMark } from "@/components/layout/product-mark";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { CommandPalette } from "@/components/palette/command-palette";

interface TopBarProps extends DeskProps {
  isFolded: boolean;
  onFold: () => void;
}

/** Above every screen: fold or menu at the left; search, language, appearance and account at the right. */
export function TopBar({ isFolded, onFold, chooseLocale, ...desk }: TopBarProps) {
  const t = useTranslations("frame");
  const foldLabel = isFolded ? t("unfold") : t("fold");
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-border bg-background px-3 max-[359px]:px-2 md:border-transparent md:px-6">
      <div className="flex items-center gap-1 md:hidden">
        <PhoneMenu {...desk} />
        <Link href="/">
          <ProductMark />
        </Link>
      </div>
      <div className="hidden md:-ms-2 md:block">
        <Tooltip>
          <Button isIconOnly variant="ghost" aria-label={foldLabel} onPress={onFold}>
            {isFolded ? (
              <PanelLeftOpen className="text-muted" />
            ) : (
              <PanelLeftClose className="text-muted" />
            )}
          </Button>
          <Tooltip.Content>{foldLabel}</Tooltip.Content>
        </Tooltip>
      </div>
      <div className="ms-auto flex items-center gap-0.5">
        <CommandPalette
          person={desk.person}
          miniPrograms={desk.miniPrograms}
          isSandboxOn={desk.isSandboxOn}
          chooseLocale={chooseLocale}
        />
        {/* The narrowest phones have no room for it; search and the account still switch the language. */}
        <div className="max-[359px]:hidden">
          <LanguageSwitch chooseLocale={chooseLocale} />
        </div>
        <ThemeSwitch />
        <AccountMenu person={desk.person} />
      </div>
    </header>
  );
}
