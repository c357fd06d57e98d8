import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default async function WebhookNotFound() {
  const t = await getTranslations("webhooks.notFound");
  return (
    <EmptyState
      icon={SearchX}
      title={t("title")}
      action={<ButtonLink href="/developers/webhooks">{t("back")}</ButtonLink>}
    >
      {t("text")}
    </EmptyState>
  );
}
