"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { Trouble } from "@/components/sandbox/use-sandbox";
import { TextLink } from "@/components/ui/text-link";
import { useErrorText } from "@/components/ui/use-error-text";

/** Why what is shown is not fresh. Unlike a refused action it does not pull the page to itself. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  const t = useTranslations("sandbox");
  const tCommon = useTranslations("common");
  const errorText = useErrorText();
  return (
    <div role="alert" className="empty:hidden">
      {trouble ? (
        <Alert status="warning">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>{t("stale")}</Alert.Title>
            <Alert.Description>
              {errorText(trouble.reason)}
              {trouble.isSignedOut ? (
                <>
                  {" "}
                  <TextLink href="/sign-in?next=%2Fsandbox">{tCommon("signInAgain")}</TextLink>
                </>
              ) : null}
            </Alert.Description>
          </Alert.Content>
        </Alert>
      ) : null}
    </div>
  );
}
