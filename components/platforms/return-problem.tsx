import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";

interface ReturnProblemProps {
  /** Why nothing was connected, in words. */
  text: string;
}

/** What went wrong on the way back from WeChat's page. */
export function ReturnProblem({ text }: ReturnProblemProps) {
  const t = useTranslations("platforms.problem");
  return (
    <Alert status="danger" role="alert" className="mb-4">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{t("title")}</Alert.Title>
        <Alert.Description>{text}</Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
