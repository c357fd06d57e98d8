"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { useErrorText } from "@/components/ui/use-error-text";

interface JoinRefusalProps {
  refusal: { reason: string; values: Record<string, string | number> };
}

/** The account is made, only the first sign-in was not done: the link is used up, so it must not be tried again. */
export function JoinRefusal({ refusal }: JoinRefusalProps) {
  const t = useTranslations("people.join.made");
  const errorText = useErrorText();
  return (
    <div role="alert" className="flex flex-col gap-4">
      <Alert status="warning">
        <Alert.Indicator />
        <Alert.Content>
          <Alert.Title>{t("title")}</Alert.Title>
          <Alert.Description>{errorText(refusal.reason, refusal.values)}</Alert.Description>
        </Alert.Content>
      </Alert>
      <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
    </div>
  );
}
