import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";

/** What choosing classic tokens does to everybody else. */
export function SourceWarning() {
  const t = useTranslations("miniPrograms.source");
  return (
    <Alert status="warning">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{t("classicTitle")}</Alert.Title>
        <Alert.Description>{t("classicWarning")}</Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
