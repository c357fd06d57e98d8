"use client";

import { Disclosure } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuditEntryDetails } from "@/components/audit/audit-entry-details";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { TimeStamp } from "@/components/ui/time-stamp";
import { entryAct } from "@/lib/audit/entry-act";
import { entryWho } from "@/lib/audit/entry-who";
import type { AuditEntryRow } from "@/lib/audit/schema";

interface AuditEntryProps {
  row: AuditEntryRow;
  /** Whether the object it is about can be gone to. */
  hasPage: boolean;
}

/** One entry as a sentence; opened, everything that was recorded with it. */
export function AuditEntry({ row, hasPage }: AuditEntryProps) {
  const words = useTranslations();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <Disclosure.Heading level={3}>
        <Disclosure.Trigger className="flex w-full items-center gap-3 rounded-none px-5 py-2.5 text-start font-normal hover:bg-surface-secondary">
          <PersonAvatar name={row.actorKind === "anonymous" ? "?" : row.actorName} />
          <span className="min-w-0 flex-1 leading-5 break-words">
            <span className="font-medium">{entryWho(words, row)}</span> {entryAct(words, row)}
          </span>
          <span className="shrink-0 text-xs text-muted">
            <TimeStamp at={row.at} />
          </span>
          <Disclosure.Indicator className="text-muted" />
        </Disclosure.Trigger>
      </Disclosure.Heading>
      <Disclosure.Content>
        <Disclosure.Body className="px-5 pb-4 md:ps-15">
          {isOpen ? <AuditEntryDetails row={row} hasPage={hasPage} /> : null}
        </Disclosure.Body>
      </Disclosure.Content>
    </Disclosure>
  );
}
