"use client";

import { Button, Dropdown, Label, useIsHydrated } from "@heroui/react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

const THEMES = [
  { name: "light", icon: Sun },
  { name: "dark", icon: Moon },
  { name: "system", icon: Monitor },
] as const;

export function ThemeSwitch() {
  const t = useTranslations("frame.theme");
  const { theme = "system", setTheme } = useTheme();
  // The server cannot know the choice; until the browser has told, none is marked.
  const isHydrated = useIsHydrated();
  return (
    <Dropdown>
      <Button isIconOnly variant="ghost" aria-label={t("label")}>
        <Sun className="dark:hidden" />
        <Moon className="hidden dark:block" />
      </Button>
      <Dropdown.Popover placement="bottom end" className="min-w-40">
        <Dropdown.Menu
          aria-label={t("label")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={isHydrated ? [theme] : []}
          onAction={(key) => setTheme(String(key))}
        >
          {THEMES.map(({ name, icon: Icon }) => (
            <Dropdown.Item key={name} id={name} textValue={t(name)}>
              <Dropdown.ItemIndicator />
              <Icon aria-hidden className="size-4 text-muted" />
              <Label>{t(name)}</Label>
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
