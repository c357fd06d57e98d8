"use client";

import { Button, Tag, TagGroup } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { AuditChoices } from "@/components/audit/audit-filter-menu";
import { AUDIT_CHIPS } from "@/components/audit/audit-params";
import type { AuditChip, AuditParams } from "@/components/audit/audit-params";

interface AuditChipsProps {
  params: AuditParams;
  choices: AuditChoices;
  /** Of the object the log is narrowed to, when an entry tells. */
  targetLabel: string | null;
  onAsk: (changes: Partial<AuditParams>) => void;
  onClear: () => void;
}

/** What narrows the log now, each removable; nothing when nothing does. */
export function AuditChips({ params, choices, targetLabel, onAsk, onClear }: AuditChipsProps) {
  const t = useTranslations("audit");
  const valueOf = useChipValue(choices, targetLabel);
  const active = AUDIT_CHIPS.flatMap((name) => {
    const value = params[name];
    return value === null
      ? []
      : [{ name, text: t("chip", { name: t(`filters.${name}`), value: valueOf(name, value) }) }];
  });
  if (active.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TagGroup
        aria-label={t("activeFilters")}
        size="sm"
        onRemove={(keys) => {
          const removed = AUDIT_CHIPS.filter((name) => keys.has(name));
          const changes = Object.fromEntries(removed.map((name) => [name, null]));
          // An hour is one of the first day.
          onAsk(removed.includes("from") ? { ...changes, hour: null } : changes);
        }}
      >
        <TagGroup.List className="flex flex-wrap gap-1.5">
          {active.map(({ name, text }) => (
            <Tag key={name} id={name} textValue={text}>
              {text}
              <Tag.RemoveButton aria-label={t("removeFilter", { filter: text })} />
            </Tag>
          ))}
        </TagGroup.List>
      </TagGroup>
      <Button size="sm" variant="ghost" onPress={onClear}>
        {t("filters.clear")}
      </Button>
    </div>
  );
}

/** A filter's value as a person says it; an id nobody knows as it is. */
function useChipValue(choices: AuditChoices, targetLabel: string | null) {
  const t = useTranslations("audit");
  return (name: AuditChip, value: string | number): string => {
    const text = String(value);
    switch (name) {
      case "kind":
        return t(`kinds.${text}`);
      case "action": {
        const key = `actionNames.${text.replaceAll(".", "_")}`;
        return t.has(key) ? t(key) : text;
      }
      case "person":
        return nameIn(choices.people, text);
      case "campaign":
        return nameIn(choices.campaigns, text);
      case "miniProgram":
        return nameIn(choices.miniPrograms, text);
      case "target":
        return targetLabel ?? text;
      case "hour":
        return `${text.padStart(2, "0")}:00–${text.padStart(2, "0")}:59`;
      default:
        return text;
    }
  };
}

function nameIn(rows: AuditChoices["people"], id: string): string {
  return rows.find((row) => row.id === id)?.name ?? id;
}
