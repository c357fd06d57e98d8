"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";

interface OidcButtonProps {
  /** As the company calls its account. */
  name: string;
  next: string;
  /** The only way in is the main one. */
  isMain: boolean;
  onFailure: () => void;
}

/** To the company's identity provider and, if it says yes, back to `next`. */
export function OidcButton({ name, next, isMain, onFailure }: OidcButtonProps) {
  const t = useTranslations("signIn");
  const [isPending, setPending] = useState(false);

  async function go() {
    setPending(true);
    try {
      await signIn("oidc", { callbackUrl: next });
    } catch {
      setPending(false);
      onFailure();
    }
  }

  return (
    <SubmitButton
      isPending={isPending}
      variant={isMain ? "primary" : "outline"}
      fullWidth
      onPress={go}
    >
      {t("byProvider", { name })}
    </SubmitButton>
  );
}
