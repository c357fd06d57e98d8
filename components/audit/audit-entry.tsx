"use client";

import { Disclosure } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuditEntryDetails } from "@/components/audit/audit-entry-details";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { AuditEntryRow } from "@/lib/audit/schema";

/** One entry as a sentence; opened, everything that was recorded with it. */
export function AuditEntry({ row }: { row: AuditEntryRow }) {
  const t = useTranslations("audit");
  const [isOpen, setOpen] = useState(false);
  const key = `actions.${row.action.replaceAll(".", "_")}`;
  const who =
    row.actorKind === "anonymous"
      ? t("actorGone")
      : row.actorKind === "job"
        ? `${t("job")} · ${row.actorName}`
        : row.actorName;
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <Disclosure.Heading level={2}>
        <Disclosure.Trigger className="flex w-full items-center gap-3 rounded-none px-5 py-2.5 text-start font-normal hover:bg-surface-secondary">
          <PersonAvatar name={row.actorKind === "anonymous" ? "?" : row.actorName} />
          <span className="min-w-0 flex-1 leading-5 break-words">
            <span className="font-medium">{who}</span>{" "}
            {t.has(key) ? t(key, { target: row.targetLabel }) : row.action}
          </span>
          <span className="shrink-0 text-xs text-muted">
            <TimeStamp at={row.at} />
          </span>
          <Disclosure.Indicator className="text-muted" />
        </Disclosure.Trigger>
      </Disclosure.Heading>
      <Disclosure.Content>
        <Disclosure.Body className="px-5 pb-4 md:ps-15">
          {isOpen ? <AuditEntryDetails row={row} /> : null}
        </Disclosure.Body>
      </Disclosure.Content>
    </Disclosure>
  );
}
