"use client";

import {
  Autocomplete,
  Description,
  FieldError,
  Label,
  ListBox,
  SearchField,
  Select,
  useFilter,
} from "@heroui/react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { timeZones } from "@/components/account/profile/time-zones";
import type { Zone } from "@/components/account/profile/time-zones";
import { useErrorText } from "@/components/ui/use-error-text";

interface TimeZoneSelectProps {
  /** Null: Beijing's. */
  value: string | null;
  onChange: (zone: string | null) => void;
  /** Key of the error, when there is one. */
  error?: string;
}

const NONE = "none";

/** Where the person is, found by typing a part of its name. */
export function TimeZoneSelect({ value, onChange, error }: TimeZoneSelectProps) {
  const t = useTranslations("account.profile");
  const errorText = useErrorText();
  const locale = useLocale();
  const { contains } = useFilter({ sensitivity: "base" });
  // Several hundred zones are named only for those who look at them.
  const [zones, setZones] = useState<Zone[]>([]);
  return (
    <Select
      fullWidth
      value={value ?? NONE}
      onOpenChange={(isOpen) => {
        if (isOpen) setZones(timeZones(locale, value, new Date()));
      }}
      onChange={(key) => {
        if (key !== null) onChange(key === NONE ? null : String(key));
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>{t("timeZone")}</Label>
      <Select.Trigger>
        <Select.Value>{value ?? t("beijing")}</Select.Value>
        <Select.Indicator />
      </Select.Trigger>
      <Description>{t("timeZoneHelp")}</Description>
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
      <Select.Popover className="max-w-sm">
        <Autocomplete.Filter filter={contains}>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the list opened by a press is searched by typing */}
          <SearchField autoFocus aria-label={t("searchZones")} className="p-2 pb-0">
            <SearchField.Group>
              <SearchField.SearchIcon />
              <SearchField.Input placeholder={t("searchZones")} />
              <SearchField.ClearButton />
            </SearchField.Group>
          </SearchField>
          <ListBox className="max-h-72 overflow-y-auto" renderEmptyState={() => t("noZone")}>
            <ListBox.Item id={NONE} textValue={t("beijing")}>
              <Label>{t("beijing")}</Label>
              <ListBox.ItemIndicator />
            </ListBox.Item>
            {zones.map(({ id, words }) => (
              <ListBox.Item key={id} id={id} textValue={`${id.replaceAll("_", " ")} ${words}`}>
                <div className="flex min-w-0 flex-col">
                  <Label className="truncate">{id}</Label>
                  <Description className="truncate">{words}</Description>
                </div>
                <ListBox.ItemIndicator />
              </ListBox.Item>
            ))}
          </ListBox>
        </Autocomplete.Filter>
      </Select.Popover>
    </Select>
  );
}
