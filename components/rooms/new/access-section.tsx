"use client";

import { Button, Description, Switch } from "@heroui/react";
import { KeyRound } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import { makePassword } from "@/components/packs/links/make-password";
import { useRoomForm } from "@/components/rooms/new/use-room-form";
import { NumberInput } from "@/components/ui/number-input";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { TimeStamp } from "@/components/ui/time-stamp";
import { ROOM_DAYS_MAX, ROOM_PASSWORD_MIN_LENGTH } from "@/lib/rooms/schema";

const QUICK_DAYS = [7, 30, 90, ROOM_DAYS_MAX];
const DAY_MS = 86_400_000;

/** Until when the room is open, to whom, and whether its entries may be taken along. */
export function AccessSection() {
  const t = useTranslations("logRooms.new");
  const { control, setValue } = useRoomForm();
  const { field: mayExport } = useController({ control, name: "mayExport" });
  return (
    <SectionCard title={t("access")} description={t("accessText")}>
      <div className="flex flex-col gap-5">
        <DaysField />
        <div className="flex flex-col gap-2 sm:flex-row">
          <div className="min-w-0 flex-1">
            <TextInput
              isCode
              control={control}
              name="password"
              label={t("password")}
              help={t("passwordHelp", { least: ROOM_PASSWORD_MIN_LENGTH })}
            />
          </div>
          <Button
            variant="outline"
            className="self-start sm:mt-6"
            onPress={() =>
              setValue("password", makePassword(), { shouldDirty: true, shouldValidate: true })
            }
          >
            <KeyRound aria-hidden className="size-4" />
            {t("makePassword")}
          </Button>
        </div>
        <Switch size="sm" isSelected={mayExport.value} onChange={mayExport.onChange}>
          <Switch.Content ref={mayExport.ref}>
            <Switch.Control>
              <Switch.Thumb />
            </Switch.Control>
            {t("export")}
          </Switch.Content>
          <Description>{t("exportHelp")}</Description>
        </Switch>
      </div>
    </SectionCard>
  );
}

function DaysField() {
  const t = useTranslations("logRooms.new");
  const { control, setValue } = useRoomForm();
  const days = useWatch({ control, name: "days" });
  const now = useNow();
  const isDays = Number.isInteger(days) && days >= 1 && days <= ROOM_DAYS_MAX;
  return (
    <div className="flex flex-col gap-2">
      <NumberInput
        control={control}
        name="days"
        label={t("days")}
        help={
          <>
            {t("daysRange", { most: ROOM_DAYS_MAX })}
            {isDays ? (
              <>
                {" "}
                {t("endsAt")} <TimeStamp at={new Date(now.getTime() + days * DAY_MS)} as="exact" />
              </>
            ) : null}
          </>
        }
      />
      <div role="group" aria-label={t("quickDaysLabel")} className="flex flex-wrap gap-2">
        {QUICK_DAYS.map((count) => (
          <Button
            key={count}
            size="sm"
            variant={count === days ? "secondary" : "outline"}
            aria-pressed={count === days}
            onPress={() => setValue("days", count, { shouldDirty: true, shouldValidate: true })}
          >
            {t("quickDays", { count })}
          </Button>
        ))}
      </div>
    </div>
  );
}
