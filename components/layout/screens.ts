import {
  BookOpenCheck,
  Braces,
  CodeXml,
  DoorOpen,
  FlaskConical,
  Gauge,
  Layers,
  LayoutDashboard,
  Megaphone,
  Package,
  QrCode,
  ScanLine,
  Smartphone,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import type { Permission } from "@/lib/access/roles";
import type { Role } from "@/lib/core/context";

/** Key of `frame.screens.<name>` in the message files. */
export interface Screen {
  name: string;
  href: string;
  icon: LucideIcon;
  /** Only for those who hold it. */
  permission?: Permission;
  /** Only while the sandbox runs. */
  isSandboxOnly?: boolean;
}

export interface ScreenGroup {
  name: "mint" | "insight" | "control" | "settings";
  screens: readonly Screen[];
}

/** Only screens that exist. */
const SCREEN_GROUPS: readonly ScreenGroup[] = [
  {
    name: "mint",
    screens: [
      { name: "overview", href: "/", icon: LayoutDashboard },
      { name: "codes", href: "/codes", icon: QrCode },
      { name: "batches", href: "/batches", icon: Layers },
      { name: "campaigns", href: "/campaigns", icon: Megaphone },
    ],
  },
  {
    name: "insight",
    screens: [
      { name: "scenes", href: "/scenes", icon: Braces },
      { name: "scans", href: "/scans", icon: ScanLine },
    ],
  },
  {
    name: "control",
    screens: [
      { name: "quota", href: "/quota", icon: Gauge },
      { name: "packs", href: "/packs", icon: Package },
      { name: "audit", href: "/audit", icon: BookOpenCheck },
      { name: "logRooms", href: "/rooms", icon: DoorOpen, permission: "rooms:write" },
    ],
  },
  {
    name: "settings",
    screens: [
      { name: "miniPrograms", href: "/mini-programs", icon: Smartphone },
      {
        name: "sandbox",
        href: "/sandbox",
        icon: FlaskConical,
        permission: "sandbox:control",
        isSandboxOnly: true,
      },
      { name: "people", href: "/people", icon: UsersRound, permission: "people:write" },
      { name: "developers", href: "/developers", icon: CodeXml },
      { name: "account", href: "/account", icon: UserRound },
    ],
  },
];

/** The navigation of a person on this desk. */
export function screenGroupsFor(role: Role, isSandboxOn: boolean): readonly ScreenGroup[] {
  const mayOpen = ({ permission, isSandboxOnly }: Screen) =>
    (permission === undefined || ROLE_PERMISSIONS[role].includes(permission)) &&
    (isSandboxOn || !isSandboxOnly);
  return SCREEN_GROUPS.map(({ name, screens }) => ({ name, screens: screens.filter(mayOpen) }));
}

/** Whether a path lies on this screen or below it. */
export function isOnScreen(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
