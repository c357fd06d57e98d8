"use client";

import { Alert, Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";

interface MadeSecretProps {
  secret: string;
  /** What to do with it now. */
  next: string;
  onClose: () => void;
}

/** A signing secret, told this once. */
export function MadeSecret({ secret, next, onClose }: MadeSecretProps) {
  const t = useTranslations("webhooks.made");
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t("secret")}</p>
        <CodeBlock text={secret} label={t("secret")} />
      </div>
      <Alert status="warning">
        <Alert.Indicator />
        <Alert.Content>
          <Alert.Description>{t("warning")}</Alert.Description>
        </Alert.Content>
      </Alert>
      <p>{next}</p>
      <div className="flex justify-end">
        <Button onPress={onClose}>{t("close")}</Button>
      </div>
    </div>
  );
}
