import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default async function BatchNotFound() {
  const t = await getTranslations("batches.notFound");
  return (
    <EmptyState
      icon={SearchX}
      title={t("title")}
      action={<ButtonLink href="/batches">{t("back")}</ButtonLink>}
    >
      {t("text")}
    </EmptyState>
  );
}
