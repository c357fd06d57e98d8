"use client";

import { Table } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { MemberFactor } from "@/components/people/members/member-factor";
import { MemberMenu } from "@/components/people/members/member-menu";
import { MemberName } from "@/components/people/members/member-name";
import { MemberRole } from "@/components/people/members/member-role";
import type { MemberRowsProps } from "@/components/people/members/member-rows";
import { MemberStateChip } from "@/components/people/members/member-state-chip";
import { RowTable } from "@/components/ui/row-table";
import { TimeStamp } from "@/components/ui/time-stamp";

/** Colleagues as rows. */
export function MemberTable({ members, myId, onAct, onRole }: MemberRowsProps) {
  const t = useTranslations("people.members");
  const format = useFormatter();
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader className="w-2/5">
            {t("columns.person")}
          </Table.Column>
          <Table.Column>{t("columns.role")}</Table.Column>
          <Table.Column>{t("columns.state")}</Table.Column>
          <Table.Column>{t("columns.seen")}</Table.Column>
          <Table.Column>{t("columns.factor")}</Table.Column>
          <Table.Column className="text-end">{t("columns.keys")}</Table.Column>
          <Table.Column aria-label={t("columns.acts")} />
        </>
      }
    >
      {members.map((member) => {
        const isMe = member.id === myId;
        const mayChange = !isMe && !member.isDisabled;
        return (
          <Table.Row key={member.id} id={member.id} textValue={member.name}>
            <Table.Cell>
              <span className="block max-w-md min-w-52">
                <MemberName member={member} isMe={isMe} />
              </span>
            </Table.Cell>
            <Table.Cell>
              <MemberRole
                member={member}
                onChoose={mayChange ? (role) => onRole(member, role) : undefined}
              />
            </Table.Cell>
            <Table.Cell>
              <MemberStateChip isDisabled={member.isDisabled} />
            </Table.Cell>
            <Table.Cell className="text-muted">
              {member.lastSeenAt ? <TimeStamp at={member.lastSeenAt} /> : "—"}
            </Table.Cell>
            <Table.Cell>
              <MemberFactor member={member} />
            </Table.Cell>
            <Table.Cell className="text-end">{format.number(member.apiKeyCount)}</Table.Cell>
            <Table.Cell className="text-end">
              {isMe ? null : <MemberMenu member={member} onAct={(act) => onAct(member, act)} />}
            </Table.Cell>
          </Table.Row>
        );
      })}
    </RowTable>
  );
}
