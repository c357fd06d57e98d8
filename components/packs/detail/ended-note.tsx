"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/ui/use-error-text";
import type { PackDetail } from "@/lib/packs/pack-view";

interface EndedNoteProps {
  pack: PackDetail;
  mayPack: boolean;
}

/** Why there is nothing to take away, and what to do about it. */
export function EndedNote({ pack: { status, failure }, mayPack }: EndedNoteProps) {
  const t = useTranslations("packs.detail");
  const errorText = useErrorText();
  if (status === "preparing" || status === "ready") return null;
  return (
    <Alert status={status === "failed" ? "danger" : "default"} role="status">
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>{t(`ended.${status}.title`)}</Alert.Title>
        <Alert.Description>
          {status === "failed" && failure ? `${errorText(failure)} ` : null}
          {t(`ended.${status}.text`)} {mayPack ? t("ended.again") : t("ended.ask")}
        </Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
