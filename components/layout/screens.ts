import {
  BookOpenCheck,
  LayoutDashboard,
  Megaphone,
  QrCode,
  Smartphone,
  UserRound,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";

/** Key of `frame.screens.<name>` in the message files. */
export interface Screen {
  name: string;
  href: string;
  icon: LucideIcon;
}

export interface ScreenGroup {
  name: "mint" | "control" | "settings";
  screens: readonly Screen[];
}

/** The navigation: only screens that exist. */
export const SCREEN_GROUPS: readonly ScreenGroup[] = [
  {
    name: "mint",
    screens: [
      { name: "overview", href: "/", icon: LayoutDashboard },
      { name: "codes", href: "/codes", icon: QrCode },
      { name: "campaigns", href: "/campaigns", icon: Megaphone },
    ],
  },
  { name: "control", screens: [{ name: "audit", href: "/audit", icon: BookOpenCheck }] },
  {
    name: "settings",
    screens: [
      { name: "miniPrograms", href: "/mini-programs", icon: Smartphone },
      { name: "account", href: "/account", icon: UserRound },
    ],
  },
];

/** Whether a path lies on this screen or below it. */
export function isOnScreen(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
