"use client";

import { useTranslations } from "next-intl";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import { entryAct } from "@/lib/audit/entry-act";
import type { AuditEntryRow } from "@/lib/audit/schema";

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (Array.isArray(value)) return value.length > 0 ? value.join("、") : "—";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Who did what to this code and when, the newest first. */
export function HistoryPanel({ entries }: { entries: readonly AuditEntryRow[] }) {
  const t = useTranslations("codeDetail.history");
  const audit = useTranslations("audit");
  const words = useTranslations();
  return (
    <SectionCard title={t("title")}>
      {entries.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ol className="flex flex-col gap-4">
          {entries.map((entry) => (
            <li key={entry.seq} className="flex gap-3">
              <PersonAvatar name={entry.actorName} />
              <div className="min-w-0 flex-1">
                <p className="break-words">
                  <strong className="font-medium">
                    {entry.actorKind === "job" ? t("byItself") : entry.actorName}
                  </strong>{" "}
                  {/* What changed stands below, field by field. */}
                  {entryAct(words, { ...entry, changes: undefined })}
                </p>
                {Object.entries(entry.changes).map(([field, { from, to }]) => (
                  <p key={field} className="text-xs break-words text-muted">
                    {audit.has(`fieldNames.${field}`) ? audit(`fieldNames.${field}`) : field}:{" "}
                    <s>{shown(from)}</s> → <span className="text-foreground">{shown(to)}</span>
                  </p>
                ))}
                <p className="text-xs text-muted">
                  <TimeStamp at={entry.at} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </SectionCard>
  );
}
