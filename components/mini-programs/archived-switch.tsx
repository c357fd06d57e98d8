"use client";

import { Label, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";

/** Shows the archived ones too; the choice stands in the address. */
export function ArchivedSwitch() {
  const t = useTranslations("miniPrograms");
  const [isOn, setOn] = useQueryState(
    "archived",
    parseAsBoolean.withDefault(false).withOptions({ shallow: false }),
  );
  return (
    <Switch size="sm" isSelected={isOn} onChange={(next) => void setOn(next || null)}>
      <Switch.Content>
        <Switch.Control>
          <Switch.Thumb />
        </Switch.Control>
        <Label>{t("showArchived")}</Label>
      </Switch.Content>
    </Switch>
  );
}
