import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";

/** Tokens were refused before their time: another system fetches them too. */
export function TakenOverNote({ count, lastAt }: { count: number; lastAt: Date }) {
  const t = useTranslations("miniPrograms.health");
  return (
    <Alert status="warning">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{t("takenOverTitle")}</Alert.Title>
        <Alert.Description>
          {t("takenOver", { count })} <TimeStamp at={lastAt} />
        </Alert.Description>
        <Alert.Description>{t("takenOverFix")}</Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
