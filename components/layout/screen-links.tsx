"use client";

import { cn } from "@heroui/styles";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { isOnScreen, screenGroupsFor } from "@/components/layout/screens";
import type { DeskProps } from "@/components/layout/desk-props";
import type { Screen } from "@/components/layout/screens";

interface ScreenLinksProps {
  role: DeskProps["person"]["role"];
  isSandboxOn: boolean;
  isFolded?: boolean;
  /** Told when a link was followed, so that a sheet can close. */
  onFollow?: () => void;
}

/** The groups of screens, with the present one marked. */
export function ScreenLinks({ role, isSandboxOn, isFolded = false, onFollow }: ScreenLinksProps) {
  const t = useTranslations("frame");
  const pathname = usePathname();

  function screenLink({ name, href, icon: Icon }: Screen) {
    const isHere = isOnScreen(pathname, href);
    const label = t(`screens.${name}`);
    const link = (
      <Link
        href={href}
        onClick={onFollow}
        aria-current={isHere ? "page" : undefined}
        aria-label={isFolded ? label : undefined}
        className={cn(
          "flex h-9 items-center gap-2.5 rounded-lg px-2.5 text-muted transition-colors hover:bg-default hover:text-foreground",
          isHere &&
            "bg-accent-soft font-medium text-accent-soft-foreground hover:bg-accent-soft hover:text-accent-soft-foreground",
          isFolded && "justify-center px-0",
        )}
      >
        <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.8} />
        {isFolded ? null : <span className="truncate">{label}</span>}
      </Link>
    );
    return (
      <li key={href} title={isFolded ? label : undefined}>
        {link}
      </li>
    );
  }

  return (
    <nav aria-label={t("nav")} className="flex flex-col gap-4">
      {screenGroupsFor(role, isSandboxOn).map(({ name, screens }) => (
        <div key={name}>
          <p className={cn("px-2.5 pb-1 text-xs text-muted", isFolded && "sr-only")}>
            {t(`groups.${name}`)}
          </p>
          <ul className="flex flex-col gap-0.5">{screens.map(screenLink)}</ul>
        </div>
      ))}
    </nav>
  );
}
