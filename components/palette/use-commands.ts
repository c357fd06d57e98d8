"use client";

import { useFilter } from "@heroui/react";
import {
  DoorOpen,
  Languages,
  Layers,
  LogOut,
  Monitor,
  Moon,
  Package,
  Plus,
  Smartphone,
  Sun,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { startTransition } from "react";
import type { ChooseLocale, DeskProps } from "@/components/layout/desk-props";
import { screenGroupsFor } from "@/components/layout/screens";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { LOCALES } from "@/lib/i18n/locales";

/** A screen or an action: it leads somewhere or does something. */
export interface Command {
  id: string;
  icon: LucideIcon;
  label: string;
  /** Further words it is found by, among them those of the other language. */
  keywords: string;
  href?: string;
  run?: () => void;
}

const THEMES = [
  { name: "light", icon: Sun },
  { name: "dark", icon: Moon },
  { name: "system", icon: Monitor },
] as const;

function leave(): void {
  void signOut({ callbackUrl: "/sign-in" });
}

function useScreens(role: DeskProps["person"]["role"], isSandboxOn: boolean): Command[] {
  const t = useTranslations("frame.screens");
  return screenGroupsFor(role, isSandboxOn).flatMap(({ screens }) =>
    screens.map(({ name, href, icon }) => {
      return { id: `screen:${name}`, icon, label: t(name), keywords: `${name} ${href}`, href };
    }),
  );
}

function useActions(role: DeskProps["person"]["role"], chooseLocale: ChooseLocale): Command[] {
  const t = useTranslations("frame.palette.actions");
  const locale = useLocale();
  const { theme = "system", setTheme } = useTheme();
  const permissions = ROLE_PERMISSIONS[role];
  const keyed = (name: string) => {
    return { id: `action:${name}`, label: t(`${name}.label`), keywords: t(`${name}.keywords`) };
  };
  const actions: Command[] = [];
  if (permissions.includes("codes:mint")) {
    actions.push({ ...keyed("newCode"), icon: Plus, href: "/codes/new" });
    actions.push({ ...keyed("newBatch"), icon: Layers, href: "/batches/new" });
  }
  if (permissions.includes("packs:write")) {
    actions.push({ ...keyed("newPack"), icon: Package, href: "/packs/new" });
  }
  if (permissions.includes("rooms:write")) {
    actions.push({ ...keyed("newRoom"), icon: DoorOpen, href: "/rooms/new" });
  }
  if (permissions.includes("miniPrograms:write")) {
    actions.push({ ...keyed("register"), icon: Smartphone, href: "/mini-programs/new" });
  }
  for (const other of LOCALES.filter((known) => known !== locale)) {
    const run = () => startTransition(() => chooseLocale(other));
    actions.push({ ...keyed(`language-${other}`), icon: Languages, run });
  }
  for (const { name, icon } of THEMES.filter(({ name }) => name !== theme)) {
    actions.push({ ...keyed(`theme-${name}`), icon, run: () => setTheme(name) });
  }
  actions.push({ ...keyed("signOut"), icon: LogOut, run: leave });
  return actions;
}

/** The screens and actions that meet a text; all of them while nothing is written. */
export function useCommands(
  text: string,
  role: DeskProps["person"]["role"],
  isSandboxOn: boolean,
  chooseLocale: ChooseLocale,
): { screens: Command[]; actions: Command[] } {
  const { contains } = useFilter({ sensitivity: "base" });
  const meets = ({ label, keywords }: Command) => contains(`${label} ${keywords}`, text.trim());
  return {
    screens: useScreens(role, isSandboxOn).filter(meets),
    actions: useActions(role, chooseLocale).filter(meets),
  };
}
