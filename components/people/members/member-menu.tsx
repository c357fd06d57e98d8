"use client";

import { Button, Dropdown, Label } from "@heroui/react";
import { Ban, Ellipsis, KeyRound, LockKeyholeOpen, LogOut, UserCheck } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { menuActs } from "@/components/people/members/member-act";
import type { MenuAct } from "@/components/people/members/member-act";
import type { MemberRow } from "@/lib/people/member-schema";

const ICONS: Record<MenuAct, LucideIcon> = {
  resetLink: KeyRound,
  resetSecondFactor: LockKeyholeOpen,
  endSessions: LogOut,
  disable: Ban,
  enable: UserCheck,
};

interface MemberMenuProps {
  member: MemberRow;
  onAct: (act: MenuAct) => void;
}

/** Everything else that may be done to a colleague. */
export function MemberMenu({ member, onAct }: MemberMenuProps) {
  const t = useTranslations("people.acts");
  const acts = menuActs(member);
  return (
    <Dropdown>
      <Button isIconOnly size="sm" variant="ghost" aria-label={t("menu", { name: member.name })}>
        <Ellipsis aria-hidden className="size-4" />
      </Button>
      <Dropdown.Popover placement="bottom end" className="min-w-52">
        <Dropdown.Menu
          aria-label={t("menu", { name: member.name })}
          onAction={(key) => {
            const act = acts.find((known) => known === key);
            if (act) onAct(act);
          }}
        >
          {acts.map((act) => {
            const Icon = ICONS[act];
            return (
              <Dropdown.Item
                key={act}
                id={act}
                textValue={t(`${act}.label`)}
                variant={act === "disable" ? "danger" : "default"}
              >
                <Icon aria-hidden className="size-4 text-muted" />
                <Label>{t(`${act}.label`)}</Label>
              </Dropdown.Item>
            );
          })}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
