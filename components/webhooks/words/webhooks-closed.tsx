import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** For those who do not decide what leaves the desk. */
export function WebhooksClosed() {
  const t = useTranslations("webhooks.notAllowed");
  return (
    <EmptyState
      icon={Lock}
      title={t("title")}
      action={<ButtonLink href="/developers">{t("back")}</ButtonLink>}
    >
      {t("text")}
    </EmptyState>
  );
}
