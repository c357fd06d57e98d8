"use client";

import { Description, TextArea, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FieldLabel } from "@/components/ui/field-label";
import { REASON_MAX_LENGTH } from "@/lib/codes/schema";

interface ReasonBoxProps {
  reason: string;
  onChange: (reason: string) => void;
}

/** Why one of the 100,000 is used; stands in the log with the person's name. */
export function ReasonBox({ reason, onChange }: ReasonBoxProps) {
  const t = useTranslations("newCode.limited");
  return (
    <TextField fullWidth value={reason} onChange={onChange} maxLength={REASON_MAX_LENGTH}>
      <FieldLabel count={{ used: reason.length, most: REASON_MAX_LENGTH }}>
        {t("reason")}
      </FieldLabel>
      <TextArea rows={2} placeholder={t("reasonExample")} />
      <Description>{t("reasonHelp")}</Description>
    </TextField>
  );
}
