import { Alert } from "@heroui/react";
import { FlaskConical } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";

/** Says plainly that nothing here reaches WeChat. */
export async function SandboxHint({ mayRegister }: { mayRegister: boolean }) {
  const t = await getTranslations("overview");
  return (
    <Alert className="border border-border">
      <Alert.Indicator>
        <FlaskConical aria-hidden className="size-4.5" />
      </Alert.Indicator>
      <Alert.Content>
        <Alert.Title>{t("sandboxTitle")}</Alert.Title>
        <Alert.Description>
          {t("sandboxText")}{" "}
          {mayRegister ? <TextLink href="/mini-programs/new">{t("sandboxReal")}</TextLink> : null}
        </Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
