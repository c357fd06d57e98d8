"use client";

import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { TicksField } from "@/components/ui/ticks-field";
import type { ApiKeyRow, MakeApiKeyInput } from "@/lib/people/api-key-schema";

interface ScopeFieldProps {
  control: Control<MakeApiKeyInput, unknown, MakeApiKeyInput>;
  /** Those the person may give. */
  scopes: ApiKeyRow["scopes"];
}

/** What a key may do, each scope with one line. */
export function ScopeField({ control, scopes }: ScopeFieldProps) {
  const t = useTranslations("account.keys");
  const choices = scopes.map((scope) => ({
    id: scope,
    title: t(`scopes.${scope}.title`),
    text: t(`scopes.${scope}.text`),
  }));
  return <TicksField control={control} name="scopes" label={t("form.scopes")} choices={choices} />;
}
