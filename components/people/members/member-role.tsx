"use client";

import { Button, Description, Dropdown, Label } from "@heroui/react";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { RoleChip } from "@/components/people/role-chip";
import type { MemberRow } from "@/lib/people/member-schema";
import { RoleName } from "@/lib/people/schema";

interface MemberRoleProps {
  member: MemberRow;
  /** Absent where it cannot be changed. */
  onChoose?: (role: RoleName) => void;
}

/** A person's role; pressing it offers the others, each with what it may do. */
export function MemberRole({ member, onChoose }: MemberRoleProps) {
  const t = useTranslations("people");
  const tRoles = useTranslations("frame.roles");
  if (!onChoose) return <RoleChip role={member.role} />;
  return (
    <Dropdown>
      <Button
        size="sm"
        variant="ghost"
        className="-ms-1.5 h-auto gap-1 px-1.5 py-1 [&_svg]:mx-0 [&_svg]:size-3"
        aria-label={t("members.roleOf", { name: member.name, role: tRoles(member.role) })}
      >
        <RoleChip role={member.role} />
        <ChevronDown aria-hidden className="text-muted" />
      </Button>
      <Dropdown.Popover placement="bottom start" className="max-w-80">
        <Dropdown.Menu
          aria-label={t("members.chooseRole", { name: member.name })}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[member.role]}
          onAction={(key) => {
            const role = RoleName.options.find((known) => known === key);
            if (role && role !== member.role) onChoose(role);
          }}
        >
          {RoleName.options.map((role) => (
            <Dropdown.Item key={role} id={role} textValue={tRoles(role)}>
              <Dropdown.ItemIndicator />
              <div className="flex flex-col">
                <Label>{tRoles(role)}</Label>
                <Description className="whitespace-normal">{t(`roles.${role}`)}</Description>
              </div>
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
