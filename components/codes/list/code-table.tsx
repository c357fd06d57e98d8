"use client";

import { Table } from "@heroui/react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/codes/list/status-mark";
import { TagList } from "@/components/codes/list/tag-list";
import { TargetText } from "@/components/codes/list/target-text";
import { TickBox } from "@/components/codes/list/tick-box";
import type { Ticking } from "@/components/codes/list/use-ticked";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import { EnvChip } from "@/components/codes/words/env-chip";
import { KindChip } from "@/components/codes/words/kind-chip";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CodeRow } from "@/lib/codes/list-codes";

export interface ShownCodes extends Ticking {
  rows: readonly CodeRow[];
  /** Id of a code → what went wrong with it, in words. */
  causes: Record<string, string>;
}

/** Codes as rows: picture, name and target, kind, status, tags, creator, time. */
export function CodeTable({ rows, causes, ticked, onTick }: ShownCodes) {
  const t = useTranslations("codes.list");
  return (
    <Table variant="secondary">
      <Table.ScrollContainer>
        <Table.Content
          aria-label={t("title")}
          selectionMode="multiple"
          selectedKeys={ticked}
          onSelectionChange={(keys) =>
            onTick(keys === "all" ? new Set(rows.map(({ id }) => id)) : keys)
          }
        >
          <Table.Header>
            <Table.Column className="w-10 pe-0">
              <TickBox slot="selection" label={t("tickPage")} />
            </Table.Column>
            <Table.Column isRowHeader className="w-2/5">
              {t("columns.code")}
            </Table.Column>
            <Table.Column>{t("columns.kind")}</Table.Column>
            <Table.Column>{t("columns.status")}</Table.Column>
            <Table.Column>{t("columns.tags")}</Table.Column>
            <Table.Column>{t("columns.creator")}</Table.Column>
            <Table.Column>{t("columns.time")}</Table.Column>
          </Table.Header>
          <Table.Body>
            {rows.map((code) => (
              <Table.Row
                key={code.id}
                id={code.id}
                textValue={code.label}
                className="data-[selected=true]:*:bg-accent-soft!"
              >
                <Table.Cell className="pe-0">
                  <TickBox slot="selection" label={t("tick", { label: code.label })} />
                </Table.Cell>
                <Table.Cell>
                  <div className="flex max-w-md min-w-56 items-center gap-3">
                    <CodeThumbnail codeId={code.id} status={code.status} className="size-10" />
                    <span className="min-w-0 flex-1">
                      <span className="flex items-center gap-1.5">
                        <span className="truncate font-medium">
                          <Link href={`/codes/${code.id}`} className="hover:underline">
                            {code.label}
                          </Link>
                        </span>
                        <EnvChip envVersion={code.envVersion} />
                      </span>
                      <TargetText target={code.target} scene={code.scene} serial={code.serial} />
                    </span>
                  </div>
                </Table.Cell>
                <Table.Cell>
                  <KindChip kind={code.kind} />
                </Table.Cell>
                <Table.Cell>
                  <StatusMark
                    status={code.status}
                    cause={causes[code.id]}
                    heldUntil={code.heldUntil}
                  />
                </Table.Cell>
                <Table.Cell>
                  <div className="flex max-w-56 flex-col gap-1">
                    {code.campaignName ? (
                      <span className="truncate text-xs">{code.campaignName}</span>
                    ) : null}
                    <TagList tags={code.tags} most={3} />
                  </div>
                </Table.Cell>
                <Table.Cell>
                  <span
                    className="flex items-center gap-2 whitespace-nowrap"
                    title={code.createdBy}
                  >
                    <PersonAvatar name={code.createdBy} />
                    <span className="max-w-24 truncate">{code.createdBy}</span>
                  </span>
                </Table.Cell>
                <Table.Cell className="text-muted">
                  <TimeStamp at={code.createdAt} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table.Content>
      </Table.ScrollContainer>
    </Table>
  );
}
