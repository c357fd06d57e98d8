"use client";

import { Checkbox, CheckboxGroup, Description, FieldError, Label } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ApiKeyRow, MakeApiKeyInput } from "@/lib/people/api-key-schema";

interface ScopeFieldProps {
  control: Control<MakeApiKeyInput, unknown, MakeApiKeyInput>;
  /** Those the person may give. */
  scopes: ApiKeyRow["scopes"];
}

/** What a key may do, each scope with one line. */
export function ScopeField({ control, scopes }: ScopeFieldProps) {
  const t = useTranslations("account.keys");
  const errorText = useErrorText();
  const { field, fieldState } = useController({ control, name: "scopes" });
  const error = fieldState.error?.message;
  return (
    <CheckboxGroup
      value={field.value}
      onChange={(ticked) => field.onChange(scopes.filter((scope) => ticked.includes(scope)))}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
      className="flex flex-col gap-2"
    >
      <Label>{t("form.scopes")}</Label>
      {scopes.map((scope) => (
        <Checkbox key={scope} value={scope} className="m-0">
          <Checkbox.Content>
            <Checkbox.Control className="border border-muted/60 bg-surface">
              <Checkbox.Indicator />
            </Checkbox.Control>
            {t(`scopes.${scope}.title`)}
          </Checkbox.Content>
          <Description>{t(`scopes.${scope}.text`)}</Description>
        </Checkbox>
      ))}
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </CheckboxGroup>
  );
}
