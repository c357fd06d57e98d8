"use client";

import { Description, FieldError, Input, Label, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useTryKey } from "@/components/developers/try/try-key";

/** The key of the page. It stands in no form, so that no browser offers to keep it. */
export function KeyField({ isMissing }: { isMissing: boolean }) {
  const t = useTranslations("developers.try");
  const { apiKey, setApiKey } = useTryKey();
  return (
    <TextField
      fullWidth
      type="password"
      value={apiKey}
      onChange={(text) => setApiKey(text.trim())}
      isInvalid={isMissing}
      validationBehavior="aria"
    >
      <Label>{t("key")}</Label>
      <Input autoComplete="off" spellCheck={false} placeholder="mk_…" className="font-mono" />
      <Description>{t("keyHelp")}</Description>
      {isMissing ? <FieldError>{t("keyMissing")}</FieldError> : null}
    </TextField>
  );
}
