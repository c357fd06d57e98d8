"use client";

import { useTranslations } from "next-intl";
import { ENTRY_PARTS } from "@/components/rooms/new/room-form-values";
import { TickList } from "@/components/rooms/new/tick-list";
import { SectionCard } from "@/components/ui/section-card";
import { REDACTIONS } from "@/lib/rooms/schema";

/** What of each entry is told, and what in it is blackened. */
export function FieldsSection() {
  const t = useTranslations("logRooms");
  return (
    <SectionCard>
      <div className="flex flex-col gap-6">
        <TickList
          name="slice.fields"
          label={t("new.fields")}
          help={t("new.fieldsText")}
          options={ENTRY_PARTS.map((part) => ({
            id: part,
            label: t(`parts.${part}.title`),
            help: t(`parts.${part}.text`),
          }))}
        />
        <TickList
          name="slice.redactions"
          label={t("new.redactions")}
          help={t("new.redactionsText")}
          options={REDACTIONS.map((kind) => ({
            id: kind,
            label: t(`redactions.${kind}.title`),
            help: t(`redactions.${kind}.text`),
          }))}
        />
      </div>
    </SectionCard>
  );
}
