"use client";

import { Description, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import type { UpdateMiniProgramInput } from "@/lib/mini-programs/schema";

interface RepeatSwitchProps {
  control: Control<UpdateMiniProgramInput, unknown, UpdateMiniProgramInput>;
}

/** Whether an A or C call with an unknown outcome is asked again by itself. */
export function RepeatSwitch({ control }: RepeatSwitchProps) {
  const t = useTranslations("miniPrograms");
  const { field } = useController({ control, name: "repeatUnknownLimited" });
  return (
    <Switch isSelected={field.value} onChange={field.onChange} onBlur={field.onBlur} size="sm">
      <Switch.Content ref={field.ref}>
        <Switch.Control>
          <Switch.Thumb />
        </Switch.Control>
        {t("fields.repeatUnknown")}
      </Switch.Content>
      <Description>{t("help.repeatUnknown")}</Description>
    </Switch>
  );
}
