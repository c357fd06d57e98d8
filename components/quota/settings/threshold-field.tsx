"use client";

import { Description, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import { NumberInput } from "@/components/ui/number-input";
import type { ChangeQuotaSettingsInput } from "@/lib/quota/schema";

interface ThresholdFieldProps {
  control: Control<ChangeQuotaSettingsInput, unknown, ChangeQuotaSettingsInput>;
}

const FIRST_THRESHOLD = 10;

/** No second person at all, or one above so many limited codes at once. */
export function ThresholdField({ control }: ThresholdFieldProps) {
  const t = useTranslations("quota.settings");
  const { field } = useController({ control, name: "approvalThreshold" });
  const isAsked = field.value !== null;
  return (
    <div className="flex flex-col gap-3">
      <Switch
        isSelected={isAsked}
        onChange={(isOn) => field.onChange(isOn ? FIRST_THRESHOLD : null)}
        size="sm"
      >
        <Switch.Content>
          <Switch.Control>
            <Switch.Thumb />
          </Switch.Control>
          {t("secondPerson")}
        </Switch.Content>
        <Description>{t("secondPersonHelp")}</Description>
      </Switch>
      {isAsked ? (
        <NumberInput
          control={control}
          name="approvalThreshold"
          label={t("threshold")}
          help={t("thresholdHelp")}
        />
      ) : null}
    </div>
  );
}
