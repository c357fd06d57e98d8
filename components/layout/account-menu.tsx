"use client";

import { Button, Dropdown, Label } from "@heroui/react";
import { LogOut, UserRound } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import type { DeskProps } from "@/components/layout/desk-props";
import { PersonAvatar } from "@/components/ui/person-avatar";

/** Who is signed in, the way to their account, and the way out. */
export function AccountMenu({ person }: Pick<DeskProps, "person">) {
  const t = useTranslations("frame");
  return (
    <Dropdown>
      <Button
        isIconOnly
        variant="ghost"
        className="rounded-full"
        aria-label={t("account.menu", { name: person.name })}
      >
        <PersonAvatar name={person.name} />
      </Button>
      <Dropdown.Popover placement="bottom end" className="min-w-56">
        <div className="border-b border-separator px-4 pt-3 pb-2.5">
          <p className="truncate font-medium">{person.name}</p>
          <p className="truncate text-xs text-muted">{person.email}</p>
          <p className="text-xs text-muted">{t(`roles.${person.role}`)}</p>
        </div>
        <Dropdown.Menu aria-label={t("account.menu", { name: person.name })}>
          <Dropdown.Item id="account" href="/account" textValue={t("account.mine")}>
            <UserRound aria-hidden className="size-4 text-muted" />
            <Label>{t("account.mine")}</Label>
          </Dropdown.Item>
          <Dropdown.Item
            id="sign-out"
            textValue={t("account.signOut")}
            onAction={() => void signOut({ callbackUrl: "/sign-in" })}
          >
            <LogOut aria-hidden className="size-4 text-muted" />
            <Label>{t("account.signOut")}</Label>
          </Dropdown.Item>
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
