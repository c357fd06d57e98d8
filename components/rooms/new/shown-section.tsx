"use client";

import { FieldError, Input, Label, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ChooseMany } from "@/components/rooms/new/choose-many";
import type { Named } from "@/components/rooms/new/choose-many";
import { ACTION_KINDS } from "@/components/rooms/new/room-form-values";
import { TickList } from "@/components/rooms/new/tick-list";
import { useRoomForm } from "@/components/rooms/new/use-room-form";
import { SectionCard } from "@/components/ui/section-card";
import { useErrorText } from "@/components/ui/use-error-text";

interface ShownSectionProps {
  campaigns: readonly Named[];
  miniPrograms: readonly Named[];
}

/** Which entries are in the room: of what, of which kinds, of which days. */
export function ShownSection({ campaigns, miniPrograms }: ShownSectionProps) {
  const t = useTranslations("logRooms.new");
  const kindName = useTranslations("audit.kinds");
  return (
    <SectionCard title={t("what")} description={t("whatText")}>
      <div className="flex flex-col gap-6">
        <div className="grid items-start gap-5 md:grid-cols-2">
          <ChooseMany
            name="slice.campaignIds"
            label={t("campaigns")}
            searchLabel={t("searchCampaigns")}
            help={t("campaignsHelp")}
            noneText={t("noCampaigns")}
            known={campaigns}
          />
          <ChooseMany
            name="slice.miniProgramIds"
            label={t("miniPrograms")}
            searchLabel={t("searchMiniPrograms")}
            help={t("miniProgramsHelp")}
            noneText={t("noMiniPrograms")}
            known={miniPrograms}
          />
        </div>
        <TickList
          name="slice.actionKinds"
          label={t("kinds")}
          help={t("kindsHelp")}
          options={ACTION_KINDS.map((kind) => ({ id: kind, label: kindName(kind) }))}
          columns="sm:grid-cols-3"
        />
        <div className="flex flex-col gap-2">
          <div className="grid gap-3 sm:grid-cols-2">
            <DayInput name="slice.from" label={t("from")} />
            <DayInput name="slice.until" label={t("until")} />
          </div>
          <p className="text-xs text-muted">{t("daysHelp")}</p>
        </div>
      </div>
    </SectionCard>
  );
}

function DayInput({ name, label }: { name: "slice.from" | "slice.until"; label: string }) {
  const errorText = useErrorText();
  const { control } = useRoomForm();
  const { field, fieldState } = useController({ control, name });
  const message = fieldState.error?.message;
  return (
    <TextField
      fullWidth
      type="date"
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input ref={field.ref} />
      {message ? <FieldError>{errorText(message)}</FieldError> : null}
    </TextField>
  );
}
